import { describe, expect, it } from 'vitest'
import { makeProgressTally, mondayOf } from '@/lib/classes/progress-tally'
import { summarise } from '@/lib/classes/student-summary'
import { answer } from './build-answers'

const monday = mondayOf(20_000)
const conceptOf = (card: string) => (card.startsWith('losses/') ? 'losses' : null)

describe('progress', () => {
  it('begins weeks on Mondays', () => {
    expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1)
    expect([mondayOf(monday + 6), mondayOf(monday + 7)]).toEqual([monday, monday + 7])
  })

  it('counts as kept in mind only what was seen on an earlier day', () => {
    const tally = makeProgressTally(conceptOf, monday)
    for (let student = 0; student < 5; student++)
      tally.add(
        summarise([
          answer({ day: monday }),
          answer({ day: monday + 1, first: false, recall: true, right: student > 0 }),
        ]),
      )
    expect(tally.concept('losses')).toEqual({ students: 5, recalled: { right: 4, of: 5 } })
    expect(tally.weeks()).toEqual([{ from: monday, students: 5, reviews: 10, recalled: { right: 4, of: 5 } }])
    expect(tally.reviews()).toBe(10)
  })

  it('hides a concept and a week of fewer than five learners', () => {
    const tally = makeProgressTally(conceptOf, monday)
    for (let student = 0; student < 4; student++) tally.add(summarise([answer({ recall: true })]))
    expect(tally.concept('losses')).toEqual({ students: 4, recalled: null })
    expect(tally.concept('never asked')).toEqual({ students: 0, recalled: null })
    expect(tally.weeks()).toEqual([])
  })

  it('tells of a student the last seven days, the last day and the share recalled', () => {
    const tally = makeProgressTally(conceptOf, 20_000)
    expect(
      tally.add(
        summarise([
          answer({ day: 19_993, durationMs: 60_000 }),
          answer({ day: 19_994, durationMs: 60_000, recall: true, right: false }),
          answer({ day: 20_000, durationMs: 120_000, recall: true }),
        ]),
      ),
    ).toEqual({ reviews: 3, week: { reviews: 2, minutes: 3 }, lastDay: 20_000, recalled: { right: 1, of: 2 } })
    expect(tally.add(summarise([]))).toMatchObject({ reviews: 0, lastDay: null, recalled: { right: 0, of: 0 } })
  })
})
