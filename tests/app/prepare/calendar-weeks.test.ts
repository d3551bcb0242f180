import { expect, test } from 'vitest'
import { calendarWeeks } from '@/app/_ui/prepare/calendar-weeks'
import { asId, type CardId } from '@/lib/core/id'

// A Monday.
const monday = 20_773
const card = asId<CardId>('deck/a')
const exam = {
  id: 'e',
  title: 'Finals',
  scope: { kind: 'deck', deck: 'deck' },
  day: monday + 9,
  from: monday + 2,
  minutes: 10,
  scores: [],
} as const
const today = monday + 4
const planned = (day: number, seconds: number) => ({ day, fresh: [], reviews: [card], seconds })
const weeks = calendarWeeks({
  exam,
  today,
  past: [
    { day: monday + 2, cards: 12, minutes: 9.2, promised: 10 },
    { day: monday + 3, cards: 2, minutes: 1, promised: 10 },
  ],
  doneToday: { day: today, cards: 3, minutes: 2, promised: 10 },
  plan: {
    days: [today, today + 1, today + 2, today + 3, today + 4].map((day) => planned(day, 300)),
    kept: new Map(),
    idle: new Map(),
    unreached: 0,
    wanting: 0,
  },
})

test('a calendar shows whole weeks from Monday, from the first day to the exam', () => {
  expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1)
  expect(weeks.map((week) => week.map(({ day }) => day - monday))).toEqual([
    [0, 1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10, 11, 12, 13],
  ])
  expect(weeks.flat().map(({ kind }) => kind)).toEqual([
    'blank',
    'blank',
    'past',
    'past',
    'today',
    'coming',
    'coming',
    'coming',
    'coming',
    'exam',
    'blank',
    'blank',
    'blank',
    'blank',
  ])
})

test('a day that was nearly as long as planned is kept, a shorter one is not', () => {
  expect(weeks[0]?.[2]).toMatchObject({ kept: true, cards: 12, minutes: 9 })
  expect(weeks[0]?.[3]).toMatchObject({ kept: false, minutes: 1 })
})

test('today counts what is done and what is left', () => {
  expect(weeks[0]?.[4]).toMatchObject({ kind: 'today', cards: 4, minutes: 7 })
})
