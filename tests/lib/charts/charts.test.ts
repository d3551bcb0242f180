import { describe, expect, it } from 'vitest'
import { forecast } from '@/lib/charts/forecast/chart'
import { reviewsPerDay } from '@/lib/charts/reviews-per-day/chart'
import { shareOf } from '@/lib/charts/share'
import { trueRetention } from '@/lib/charts/true-retention/chart'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { rowFlags } from '@/lib/schedule/ledger'
import { fold } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import { day, gradeEvent, start } from '../schedule/history'
import { ledgerOf } from '../search/cards'
import { chartInput } from './input'

const today = studyDay(gradeEvent({}))
const id = (text: string) => asId<EventId>(text)
const card = (text: string) => asId<CardId>(text)
const input = (events: readonly ReviewEvent[], ahead = 0) => chartInput(events, today + ahead)
/** Long-term memories put to the test, in the order of the events of one card. */
const recalls = (events: readonly ReviewEvent[]) => {
  const { reviews } = ledgerOf(events)
  return Array.from({ length: reviews.length }, (_, row) => ({
    day: reviews.day[row],
    mature: ((reviews.flags[row] ?? 0) & rowFlags.mature) !== 0,
    right: reviews.grade[row] !== 0,
    tested: ((reviews.flags[row] ?? 0) & rowFlags.tested) !== 0,
  })).flatMap(({ tested, ...recall }) => (tested ? [recall] : []))
}
const undo = (target: string, at: number): ReviewEvent => {
  const { deviceId, cardId, revision, zoneOffset, dayStartsAt } = gradeEvent({})
  return {
    id: id(`undo-${target}`),
    deviceId,
    cardId,
    revision,
    zoneOffset,
    dayStartsAt,
    at,
    kind: 'undo',
    target: id(target),
  }
}

describe('the forecast', () => {
  it('puts each card on its day, what is overdue on today, and leaves suspended ones out', () => {
    const learned = ['a', 'b'].map((name) => gradeEvent({ id: id(name), cardId: card(name), grade: 'easy' }))
    const gone: ReviewEvent = { ...undo('x', start + 1), id: id('s'), cardId: card('b'), kind: 'suspend' }
    const state = fold(learned).get(card('a'))
    const due = state?.memory.kind === 'review' ? state.memory.dueDay - today : -1
    const bars = (ahead: number) => {
      const chart = forecast(input([...learned, gone], ahead))
      return chart?.marks.kind === 'bars' ? chart.marks.bars.map((bar) => bar.parts[0]) : []
    }
    expect([bars(0)[due], bars(0).filter((count) => count).length]).toEqual([1, 1])
    expect(bars(100)[0], 'overdue').toBe(1)
  })
})

describe('reviews per day', () => {
  it('counts remembered and forgotten by study day, and not what was taken back', () => {
    const chart = reviewsPerDay(
      input([
        gradeEvent({ id: id('a'), at: start - day, grade: 'again' }),
        gradeEvent({ id: id('b'), at: start, grade: 'hard' }),
        gradeEvent({ id: id('c'), at: start + 1, grade: 'good' }),
        undo('c', start + 2),
      ]),
    )
    const last = chart?.marks.kind === 'bars' ? chart.marks.bars.slice(-2) : []
    expect(last.map((bar) => bar.parts)).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(chart?.title.values).toEqual({ total: 2, days: 30, activeDays: 2 })
  })
})

describe('true retention', () => {
  const grown = (name: string, grades: readonly (readonly [days: number, grade: 'again' | 'good' | 'easy'])[]) =>
    grades.map(([days, grade], i) =>
      gradeEvent({ id: id(`${name}${i}`), cardId: card(name), at: start + days * day, grade }),
    )

  it('counts the first showing of a learned card on a day, and nothing of its short steps', () => {
    const events = grown('a', [
      [0, 'easy'],
      [0.01, 'good'],
      [9, 'again'],
      [9.01, 'good'],
      [11, 'good'],
    ])
    expect(recalls(events).map(({ right }) => right)).toEqual([false, true])
  })

  it('tells young from mature at three weeks', () => {
    const events = grown('a', [
      [0, 'easy'],
      [8, 'easy'],
      [80, 'good'],
    ])
    expect(recalls(events).map(({ mature }) => mature)).toEqual([false, true])
    const chart = trueRetention(input(events, 80))
    const groups = chart?.marks.kind === 'shares' ? chart.marks.groups : []
    expect(groups.map((group) => group.label)).toMatchObject([
      { kind: 'message' },
      { kind: 'month', month: '2026-12' },
      { kind: 'month', month: '2027-02' },
      { kind: 'message' },
    ])
    expect(
      groups.at(0)?.parts.map((share) => share.of),
      'the last thirty days',
    ).toEqual([0, 1])
    expect(
      groups.at(-1)?.parts.map((share) => share.of),
      'altogether',
    ).toEqual([1, 1])
    expect(chart?.title.values).toMatchObject({ percent: 100, of: 1, aim: 90 })
  })

  it("gives a share with Wilson's interval", () => {
    const share = shareOf(9, 10)
    expect([share.low, share.high].map((one) => Math.round(one * 1000) / 1000)).toEqual([0.596, 0.982])
    expect(shareOf(10, 10).high).toBeCloseTo(1, 12)
    expect(shareOf(0, 0)).toEqual({ right: 0, of: 0, low: 0, high: 1 })
  })
})
