import { describe, expect, it } from 'vitest'
import { mostADay, type PacedCard, pacedToday, pacedUntil } from '@/lib/schedule/class-pace'

const today = 20_000
const cards = (count: number, begun: number, section: string | null = null): readonly PacedCard[] =>
  Array.from({ length: count }, (_, at) => ({ section, begun: at < begun }))

describe('a pace by the week', () => {
  const weekly = { kind: 'weekly', cards: 14, from: today } as const

  it('wants nothing on its first day, two a day later on, and never more than there are', () => {
    expect(pacedUntil(weekly, cards(100, 0), today)).toEqual({ wanted: 0, begun: 0 })
    expect(pacedUntil(weekly, cards(100, 5), today + 10)).toEqual({ wanted: 20, begun: 5 })
    expect(pacedUntil(weekly, cards(10, 3), today + 70)).toEqual({ wanted: 10, begun: 3 })
  })

  it('hands out what the day asks, makes up what is missing, and waits for whoever is ahead', () => {
    expect(pacedToday(weekly, cards(100, 0), today)).toBe(2)
    expect(pacedToday(weekly, cards(100, 0), today + 3)).toBe(8)
    expect(pacedToday(weekly, cards(100, 0), today + 60)).toBe(mostADay)
    expect(pacedToday(weekly, cards(100, 30), today + 3)).toBe(0)
    expect(pacedToday(weekly, cards(100, 0), today - 1), 'before it begins').toBe(0)
  })
})

describe('a pace by dates', () => {
  const dates = {
    kind: 'dates',
    from: today,
    sections: [
      { section: 'b', by: today + 9 },
      { section: 'a', by: today + 4 },
    ],
  } as const
  const deck = [...cards(10, 0, 'a'), ...cards(20, 4, 'b'), ...cards(5, 0)]

  it('wants a section the day after its date, and not before', () => {
    expect(pacedUntil(dates, deck, today + 4)).toEqual({ wanted: 0, begun: 0 })
    expect(pacedUntil(dates, deck, today + 5)).toEqual({ wanted: 10, begun: 0 })
    expect(pacedUntil(dates, deck, today + 10)).toEqual({ wanted: 30, begun: 4 })
  })

  it('spreads what is left over the days left, the most pressing date deciding', () => {
    // Section a: 10 in 5 days; a and b: 26 in 10 days.
    expect(pacedToday(dates, deck, today)).toBe(3)
    expect(pacedToday(dates, deck, today + 4)).toBe(10)
    expect(pacedToday(dates, [...cards(10, 10, 'a'), ...cards(20, 20, 'b')], today)).toBe(0)
  })
})

it('a class without a pace leaves the learner to their own plan', () => {
  expect(pacedToday({ kind: 'own' }, cards(10, 0), today)).toBeNull()
  expect(pacedUntil({ kind: 'own' }, cards(10, 3), today)).toEqual({ wanted: 0, begun: 3 })
})
