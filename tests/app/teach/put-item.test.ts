import { describe, expect, it } from 'vitest'
import { withItem } from '@/app/_ui/teach/editor/put-item'

const a = '- id: a\n  front: One\n'
const b = '- id: b\n  front: Two\n'

describe('an entry that a form has changed', () => {
  it('is written in its place', () => {
    expect(withItem(`${a}\n${b}`, b, '- id: b\n  front: Three\n', 4)).toEqual({
      text: `${a}\n- id: b\n  front: Three\n`,
      line: 4,
    })
  })

  it('is found where lines above it have come or gone', () => {
    const text = `- id: a\n  front: |\n    One\n    more\n\n${b}`
    expect(withItem(text, b, '- id: b\n  front: Three\n', 4)?.text).toBe(
      '- id: a\n  front: |\n    One\n    more\n\n- id: b\n  front: Three\n',
    )
  })

  it('does not take the place of the card that stands on its line once it was removed', () => {
    expect(withItem(b, a, '- id: a\n  front: Late\n', 1)).toBeNull()
  })

  it('is the nearer one of two that say the same', () => {
    expect(withItem(`${a}${a}`, a, '- id: c\n', 3)?.text).toBe(`${a}- id: c\n`)
  })

  it('keeps the blank lines that a new card below has brought', () => {
    expect(withItem(`${a}\n${b}`, '- id: a\n  front: One', '- id: a\n  front: Late', 1)?.text).toBe(
      `- id: a\n  front: Late\n\n${b}`,
    )
  })
})
