import { describe, expect, it } from 'vitest'
import { discrimination } from '@/lib/classes/discrimination'
import { driftOf } from '@/lib/classes/drift'
import { makeQuestionTally } from '@/lib/classes/question-tally'
import { summarise } from '@/lib/classes/student-summary'
import { answer } from './build-answers'

const card = 'losses/hinge'
const unsaid: ReadonlyMap<string, string> = new Map()
const variant = (x: number) => JSON.stringify({ x })

describe('a question', () => {
  it('is not told of below five learners, whatever was answered', () => {
    const tally = makeQuestionTally()
    for (let student = 0; student < 4; student++)
      tally.add(student, summarise([answer({ card }), answer({ card, first: false })]))
    expect(tally.report(card, 'Hinge', unsaid)).toEqual({ card, title: 'Hinge', students: 4, told: null })
    tally.add(4, summarise([answer({ card })]))
    expect(tally.report(card, 'Hinge', unsaid)).toMatchObject({ students: 5, told: { answers: { right: 9, of: 9 } } })
  })

  it('is told across its variants: share of right answers, of first ones, median time', () => {
    const tally = makeQuestionTally()
    for (let student = 0; student < 6; student++)
      tally.add(
        student,
        summarise([
          answer({ card, right: student < 2, durationMs: 1000 * (student + 1) }),
          answer({ card, first: false, durationMs: 20_000 }),
        ]),
      )
    expect(tally.report(card, '', unsaid).told).toMatchObject({
      answers: { right: 8, of: 12 },
      first: { right: 2, of: 6 },
      seconds: 20,
      discrimination: null,
    })
  })

  it('names mistakes that five learners made with what is said of them, the most frequent first, and hides the others', () => {
    const tally = makeQuestionTally()
    for (let student = 0; student < 6; student++)
      tally.add(
        student,
        summarise([
          answer({ card, right: false, mistake: 'no-gate' }),
          ...(student < 5 ? [answer({ card, right: false, first: false, mistake: 'sign' })] : []),
          ...(student < 4 ? [answer({ card, right: false, first: false, mistake: 'rare' })] : []),
        ]),
      )
    const says = new Map([['no-gate', 'The gate was left open.']])
    expect(tally.report(card, '', says).told?.mistakes).toEqual([
      { name: 'no-gate', says: 'The gate was left open.', answers: 6, students: 6 },
      { name: 'sign', says: '', answers: 5, students: 5 },
    ])
  })

  it('shows the variant that is harder than the rest, and hides one that few have met', () => {
    const tally = makeQuestionTally()
    for (let student = 0; student < 40; student++)
      tally.add(
        student,
        summarise([
          answer({ card, variant: variant(1), right: student % 10 !== 0 }),
          answer({ card, variant: variant(2), right: student % 10 === 0, first: false }),
          ...(student < 4 ? [answer({ card, variant: variant(3), first: false })] : []),
        ]),
      )
    expect(tally.report(card, '', unsaid).told?.variants).toEqual([
      { label: 'x = 2', students: 40, right: { right: 4, of: 40 }, drift: 'harder' },
      { label: 'x = 1', students: 40, right: { right: 36, of: 40 }, drift: 'easier' },
    ])
  })

  it('discriminates when those who get it right get others right', () => {
    const tally = makeQuestionTally()
    for (let student = 0; student < 8; student++) {
      const able = student < 4
      tally.add(
        student,
        summarise([
          answer({ card, right: able }),
          answer({ card: 'losses/softmax', right: able }),
          answer({ card: 'losses/bias', right: student % 2 === 0 }),
        ]),
      )
    }
    // Rest shares: able 1 or 0.5, others 0.5 or 0, so r = 0.25 / sqrt(0.25 * 0.125).
    expect(tally.report(card, '', unsaid).told?.discrimination).toBeCloseTo(Math.SQRT1_2, 12)
  })
})

describe('discrimination', () => {
  it('is none for fewer than five, for all alike, and for a rest that is all alike', () => {
    const pair = (right: boolean, rest: number) => ({ right, rest })
    expect(discrimination([pair(true, 1), pair(false, 0), pair(true, 1), pair(false, 0)])).toBeNull()
    expect(discrimination(Array.from({ length: 6 }, (_, at) => pair(true, at / 6)))).toBeNull()
    expect(discrimination(Array.from({ length: 6 }, (_, at) => pair(at % 2 === 0, 0.5)))).toBeNull()
  })

  it('is 1 for a question that tells exactly who knows the rest, and -1 for its opposite', () => {
    const pairs = [0, 0, 0, 1, 1, 1].map((rest) => ({ right: rest === 1, rest }))
    expect(discrimination(pairs)).toBeCloseTo(1, 12)
    expect(discrimination(pairs.map(({ right, rest }) => ({ right: !right, rest })))).toBeCloseTo(-1, 12)
  })
})

describe('drift', () => {
  it('is nothing within chance, and nothing is said where one side is empty', () => {
    expect(driftOf({ right: 14, of: 20 }, { right: 60, of: 80 })).toBe('none')
    expect(driftOf({ right: 0, of: 0 }, { right: 60, of: 80 })).toBeNull()
    expect(driftOf({ right: 20, of: 20 }, { right: 80, of: 80 })).toBe('none')
  })
})
