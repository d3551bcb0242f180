import { describe, expect, it } from 'vitest'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { foldCard } from '@/lib/schedule/replay'
import { dateOfStudyDay, startOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import { gradeEvent } from './history'

const local = (text: string, zoneOffset: number) => ({
  at: Date.parse(`${text}Z`) - zoneOffset * 60_000,
  zoneOffset,
  dayStartsAt: 4,
})

describe('a study day', () => {
  it('turns at 4 in the morning where the learner is, not at midnight in Greenwich', () => {
    const late = studyDay(local('2026-11-23T23:50', 480))
    expect(studyDay(local('2026-11-24T03:59', 480)), 'still the same night').toBe(late)
    expect(studyDay(local('2026-11-24T04:00', 480)), 'the next morning').toBe(late + 1)
    expect(studyDay(local('2026-11-24T07:59', 480)), 'before midnight UTC').toBe(
      studyDay(local('2026-11-24T08:01', 480)),
    )
  })

  it('is one day long through both changes of daylight saving', () => {
    for (const [before, after] of [
      [-480, -420],
      [-420, -480],
    ] as const) {
      const evening = studyDay(local('2026-03-07T22:00', before))
      expect(studyDay(local('2026-03-08T22:00', after)), `${before} to ${after}`).toBe(evening + 1)
    }
  })

  it('begins where startOfStudyDay says, and is named by that date', () => {
    const moment = local('2026-11-24T02:00', 480)
    const begins = startOfStudyDay(studyDay(moment), moment)
    expect(begins, 'the evening before').toBe(local('2026-11-23T04:00', 480).at)
    expect(dateOfStudyDay(studyDay(moment))).toBe('2026-11-23')
  })

  it('counts 23:00 to 07:00 in Shanghai as one elapsed day, and 20 minutes over midnight UTC as none', () => {
    const cardId = asId<CardId>('deck/card')
    const state = (first: string, second: string) =>
      foldCard(cardId, [
        gradeEvent({ id: asId<EventId>('a'), grade: 'easy', ...local(first, 480) }),
        gradeEvent({ id: asId<EventId>('b'), grade: 'good', ...local(second, 480) }),
      ]).memory
    const overnight = state('2026-11-23T23:00', '2026-11-24T07:00')
    const sameDay = state('2026-11-23T07:50', '2026-11-23T08:10')
    expect(overnight.kind === 'new' ? 0 : overnight.stability, 'a day of memory').toBeGreaterThan(8.3)
    expect(sameDay.kind === 'new' ? 0 : sameDay.stability, 'same-day review adds little').toBeLessThan(
      overnight.kind === 'new' ? 0 : overnight.stability,
    )
    expect(sameDay.kind === 'new' ? 0 : sameDay.lastDay).toBe(studyDay(local('2026-11-23T07:50', 480)))
  })
})
