import { describe, expect, it } from 'vitest'
import { decodeCorrection } from '@/lib/sync/correction'

const good = { id: 'abcdefgh', cardId: 'd/c', revision: 'r', language: 'zh', quote: '', comment: '应为 $e x$' }

describe('a correction from outside', () => {
  it('is read as it was sent', () => {
    expect(decodeCorrection(good)).toEqual({ ok: true, value: good })
  })

  it.each([
    ['a short id', { id: 'a' }],
    ['a card without a deck', { cardId: 'c' }],
    ['an unknown language', { language: 'fr' }],
    ['an empty comment', { comment: '  \n' }],
    ['a comment nobody can see', { comment: '\u200b' }],
    ['a comment of NUL', { comment: '\u0000' }],
    ['a comment that is too long', { comment: 'x'.repeat(2001) }],
    ['a character no database keeps', { quote: 'a\u0000b' }],
  ])('is refused with %s', (_, change) => {
    expect(decodeCorrection({ ...good, ...change }).ok).toBe(false)
  })
})
