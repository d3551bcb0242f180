import { expect, it } from 'vitest'
import { decodeNotesForBank } from '@/lib/sync/bank-notes'

const sent = {
  bank: { id: 'bank', base: 3 },
  about: { title: 'Notes', languages: ['en'], author: '', licence: '', source: '' },
  name: 'notes.md',
  notes: 'abcd1234',
  cards: [{ id: 'notes.1', type: 'basic', heading: [], fields: { front: 'Q', back: 'A' } }],
}

it('takes accepted cards for a bank that is there or a new one', () => {
  expect(decodeNotesForBank(sent)).toMatchObject({ ok: true })
  expect(decodeNotesForBank({ ...sent, bank: null })).toMatchObject({ ok: true })
})

it('takes no name with a control character in it, which a database may not hold', () => {
  for (const wrong of [{ bank: { id: 'ba\0nk', base: 3 } }, { bank: { id: '', base: 3 } }, { name: 'no\0tes.md' }])
    expect(decodeNotesForBank({ ...sent, ...wrong }).ok, JSON.stringify(wrong)).toBe(false)
})
