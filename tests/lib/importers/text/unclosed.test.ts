import { describe, expect, it } from 'vitest'
import { withoutUnclosed } from '@/lib/importers/text/unclosed'

describe('signs that open a formula', () => {
  it('stay where one may close it', () => {
    const text = 'a \\(x\\) b \\[y\\] c [$]z[/$]'
    expect(withoutUnclosed(text)).toBe(text)
  })

  it('are words where nothing closes them any more', () => {
    expect(withoutUnclosed('a \\(x\\) b \\(y')).toBe('a \\(x\\) b (y')
    expect(withoutUnclosed('[latex]'.repeat(3))).toBe('latex]'.repeat(3))
  })
})
