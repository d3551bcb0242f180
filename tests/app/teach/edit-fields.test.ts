import { describe, expect, it } from 'vitest'
import { fromEdit, toEdit } from '@/app/_ui/teach/notes/edit-fields'

const fields = { front: 'Why $\\sqrt{n}$?', items: ['one', 'two'], pairs: [{ left: 'a', right: 'b' }] }

describe('the fields of a card as texts', () => {
  it('come back as they were', () => {
    expect(toEdit(fields).map(({ kind }) => kind)).toEqual(['text', 'lines', 'json'])
    expect(fromEdit(toEdit(fields))).toEqual({ ok: true, fields })
  })

  it('name the field that cannot be read', () => {
    const broken = toEdit(fields).map((field) => (field.name === 'pairs' ? { ...field, text: '[{' } : field))
    expect(fromEdit(broken)).toEqual({ ok: false, field: 'pairs' })
  })

  it('leave out empty lines of a list', () => {
    expect(fromEdit([{ name: 'items', kind: 'lines', text: 'one\n\n two\n' }])).toEqual({
      ok: true,
      fields: { items: ['one', ' two'] },
    })
  })
})
