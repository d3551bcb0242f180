import { describe, expect, test } from 'vitest'
import { cardTypeNamed } from '@/lib/cards/list'
import { compiledCard } from './read-card'

const asked = (type: string, text: string) => {
  const { compiled } = compiledCard(type, text)
  return cardTypeNamed(type)?.outcome(compiled, { seed: 's', language: 'en' }, { kind: 'reveal' }, 1000)
}

const option = (part: string) => ({ part, index: 0, state: 'right', given: '', key: '✓' })

describe('a learner who asks for the answer', () => {
  test('sees every right option where it stands, and no other marked', () => {
    const outcome = asked(
      'choice',
      `id: c.a
concepts: [c]
question: { en: "Which are even?" }
options:
  - { text: { en: "2" }, right: true }
  - { text: { en: "3" }, why: { en: "3 is odd." } }
  - { text: { en: "4" }, right: true }`,
    )
    expect(outcome?.verdict).toEqual({ kind: 'ungraded', cells: [option('option-1'), option('option-3')] })
  })

  test('sees the wrong line where it stands', () => {
    const outcome = asked(
      'find-error',
      `id: c.b
concepts: [c]
question: Which line is wrong?
lines:
  - $1 + 1 = 2$
  - { text: $1 + 2 = 4$, fix: $1 + 2 = 3$, why: The sum is three. }
  - $1 + 3 = 4$`,
    )
    expect(outcome?.verdict).toEqual({ kind: 'ungraded', cells: [option('line-2')] })
  })
})
