import { describe, expect, it } from 'vitest'
import { integer, json, list, nullable, object, oneOf, tagged, text } from '@/lib/core/decode'

const point = object<{ readonly x: number; readonly tags: readonly string[] }>({
  x: integer(0, 9),
  tags: list(text(3), 2),
})

describe('a decoder', () => {
  it('takes a value that fits and drops what it does not know', () => {
    expect(point({ x: 3, tags: ['a'], more: true })).toEqual({ ok: true, value: { x: 3, tags: ['a'] } })
  })

  it('names the place and what was expected there', () => {
    const refused = point({ x: 3, tags: ['a', 7] })
    expect(refused).toEqual({
      ok: false,
      error: { path: '/tags/1', message: 'Expected a string of at most 3 characters at /tags/1.' },
    })
  })

  it('refuses numbers outside their range, fractions and NaN', () => {
    for (const x of [-1, 10, 1.5, Number.NaN, '3', null]) expect(point({ x, tags: [] }).ok, String(x)).toBe(false)
  })

  it('refuses lists that are too long and objects that are lists', () => {
    expect(point({ x: 1, tags: ['a', 'b', 'c'] }).ok).toBe(false)
    expect(point([1]).ok).toBe(false)
  })

  it('tells cases apart by their tag, inherited names left out', () => {
    const shape = tagged<{ readonly kind: string }>('kind', { a: object({ kind: oneOf(['a']) }) })
    expect(shape({ kind: 'a' }).ok).toBe(true)
    for (const kind of ['b', 'toString', '__proto__', 3]) expect(shape({ kind }).ok, String(kind)).toBe(false)
  })

  it('bounds free JSON in depth and length', () => {
    expect(json(20, 2)({ a: [1] }).ok).toBe(true)
    expect(json(20, 2)({ a: [[1]] }).ok, 'too deep').toBe(false)
    expect(json(5, 2)('abcdef').ok, 'too long').toBe(false)
    expect(json(20, 2)({ a: Number.POSITIVE_INFINITY }).ok, 'not JSON').toBe(false)
    expect(nullable(json(5, 1))(null)).toEqual({ ok: true, value: null })
  })
})
