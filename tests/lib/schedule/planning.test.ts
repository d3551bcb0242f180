import { describe, expect, it } from 'vitest'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { daysToClear, worthOf } from '@/lib/schedule/backlog'
import { forecastBreak } from '@/lib/schedule/break-forecast'
import { calendarFor, countDue, emptyCalendar } from '@/lib/schedule/calendar'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { defaultParameters, makeScheduler } from '@/lib/schedule/fsrs'
import { changePlan, defaultPlan, loadOn, type Plan } from '@/lib/schedule/plan'
import { cardsOf } from '@/lib/schedule/practice'
import { defaultPreset } from '@/lib/schedule/preset'
import { buildQueue, type QueueCard } from '@/lib/schedule/queue'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { play } from '@/lib/schedule/simulate'
import { spread } from '@/lib/schedule/spread'
import { studyDay } from '@/lib/schedule/study-day'
import { defaultTerms } from '@/lib/schedule/terms'
import { start } from './history'
import { planOf } from './plans'

const now = { at: start, zoneOffset: 0, dayStartsAt: 4 }
const today = studyDay(now)
const pace = 25_000
const id = (i: number) => asId<CardId>(`deck/c${String(i).padStart(3, '0')}`)
const cardAt = (i: number, deck = 'deck'): QueueCard => ({
  id: id(i),
  deck: asId<DeckId>(deck),
  concept: asId<ConceptId>(`concept-${i}`),
  practice: false,
})
const due = (i: number, dueDay: number, stability = 10, interval = 10): [CardId, CardState] => [
  id(i),
  {
    ...newCardState(id(i)),
    reps: 4,
    introducedDay: 1,
    memory: {
      kind: 'review',
      stability,
      difficulty: 5,
      lastAt: 0,
      lastDay: dueDay - interval,
      intervalDays: interval,
      dueDay,
    },
  },
]
const cards = Array.from({ length: 100 }, (_, i) => cardAt(i))
const queueOf = (states: ReadonlyMap<CardId, CardState>, plan: Plan) => buildQueue(cards, states, now, plan, pace)

describe('a plan', () => {
  it('goes back to what it was when a choice is taken away', () => {
    const own = { ...defaultPreset, newCards: 3 }
    const changed = [
      { about: 'preset', deck: 'deck', preset: own },
      { about: 'day', day: 20_700, load: 'none' },
      { about: 'break', id: 'trip', span: { from: 20_710, to: 20_720 } },
      { about: 'catch-up', minutes: 15 },
    ] as const
    const plan = changed.reduce(changePlan, defaultPlan)
    expect(plan.decks.get(asId<DeckId>('deck'))?.newCards).toBe(3)
    expect([20_700, 20_709, 20_710, 20_720, 20_721].map((day) => loadOn(plan, day))).toEqual([
      'none',
      'full',
      'none',
      'none',
      'full',
    ])
    const back = [
      { about: 'preset', deck: 'deck', preset: null },
      { about: 'day', day: 20_700, load: null },
      { about: 'break', id: 'trip', span: null },
      { about: 'catch-up', minutes: null },
    ] as const
    expect(back.reduce(changePlan, plan)).toEqual(defaultPlan)
  })

  it('names weekdays as the calendar does', () => {
    const sundays = changePlan(defaultPlan, { about: 'weekdays', loads: ['none', ...Array<'full'>(6).fill('full')] })
    for (let day = today; day < today + 14; day++) {
      const sunday = new Date(day * 86_400_000).getUTCDay() === 0
      expect(loadOn(sundays, day), new Date(day * 86_400_000).toISOString()).toBe(sunday ? 'none' : 'full')
    }
  })
})

describe('limits of a deck', () => {
  it('are its own where it has a preset of its own, and shared where not', () => {
    const mixed = [...cards.slice(0, 10), ...Array.from({ length: 10 }, (_, i) => cardAt(50 + i, 'other'))]
    const plan = planOf(
      { newCards: 2 },
      { decks: new Map([[asId<DeckId>('other'), { ...defaultPreset, newCards: 5 }]]) },
    )
    const queue = buildQueue(mixed, new Map(), now, plan, pace)
    const of = (deck: string) => queue.fresh.filter(({ card }) => card.deck === deck).length
    expect([of('deck'), of('other')]).toEqual([2, 5])
  })
})

describe('easy days', () => {
  it('show half of what is due on a light day, that which loses most by waiting', () => {
    const states = new Map(Array.from({ length: 40 }, (_, i) => due(i, today, 2 + i, 2 + i)))
    const light = queueOf(states, planOf({}, { days: new Map([[today, 'light']]) }))
    expect(light.reviews.length).toBe(20)
    expect(light.left, 'the others wait').toBe(20)
    expect(light.fresh.length, 'half of the new ones').toBe(10)
    const strengths = light.reviews.map(({ state }) => (state.memory.kind === 'new' ? 0 : state.memory.stability))
    expect(Math.max(...strengths), 'weak memories fade fastest').toBeLessThan(22)
  })

  it('show nothing on a day off, but steps that were begun', () => {
    const [, state] = due(1, today)
    const step: CardState = {
      ...state,
      memory: { kind: 'learning', stability: 1, difficulty: 5, lastAt: 0, lastDay: today, step: 0, dueAt: start },
    }
    const states = new Map([due(0, today), [id(1), step] as const])
    const off = queueOf(states, planOf({}, { days: new Map([[today, 'none']]) }))
    expect([off.reviews.length, off.fresh.length, off.learning.length]).toEqual([0, 0, 1])
  })

  it('are avoided by new intervals, and breaks too', () => {
    const plan = planOf({}, { breaks: [{ id: 'trip', from: today + 25, to: today + 33 }] })
    const calendar = calendarFor(plan, countDue(new Map()), { id: id(0), concept: null }, [])
    for (let i = 0; i < 200; i++) {
      const at = { cardId: id(i), reps: 3, today, longest: 36_500 }
      const { fuzz, balance, easy } = spread(30, { least: 27, most: 33 }, at, calendar)
      const days = 30 + fuzz + balance + easy
      expect(days < 25 || days > 33, `card ${i} after ${days} days`).toBe(true)
    }
  })
})

describe('load balancing', () => {
  it('prefers days with less to do, and keeps siblings apart', () => {
    const crowded = new Map(Array.from({ length: 60 }, (_, i) => due(i, today + 28 + (i % 3))))
    const calendar = calendarFor(planOf(), countDue(crowded), { id: id(99), concept: null }, [])
    const chosen = Array.from({ length: 200 }, (_, i) => {
      const at = { cardId: id(i), reps: 3, today, longest: 36_500 }
      const { fuzz, balance, easy } = spread(30, { least: 27, most: 33 }, at, calendar)
      return 30 + fuzz + balance + easy
    })
    const onCrowded = chosen.filter((days) => days >= 28 && days <= 30).length
    expect(onCrowded, 'of 200, where chance alone would put 86').toBeLessThan(10)

    const sibling = calendarFor(planOf(), countDue(new Map([due(5, today + 30)])), { id: id(99), concept: null }, [
      id(5),
    ])
    const apart = Array.from({ length: 200 }, (_, i) => {
      const { fuzz, balance, easy } = spread(
        30,
        { least: 27, most: 33 },
        { cardId: id(i), reps: 3, today, longest: 36_500 },
        sibling,
      )
      return Math.abs(fuzz + balance + easy)
    })
    expect(apart.filter((distance) => distance === 0).length, 'never the same day').toBe(0)
  })

  it('leaves chance alone where there is nothing to balance', () => {
    const at = { cardId: id(7), reps: 2, today, longest: 36_500 }
    const { balance, easy } = spread(30, { least: 27, most: 33 }, at, emptyCalendar)
    expect([balance, easy]).toEqual([0, 0])
  })
})

describe('a break entered in advance', () => {
  const plan = planOf({ newCards: 0 }, { breaks: [{ id: 'trip', from: today + 4, to: today + 13 }] })
  const states = new Map([
    ...Array.from({ length: 40 }, (_, i) => due(i, today + 4 + (i % 10), 20, 20)),
    due(90, today + 30),
  ])

  it('takes its cards ahead, an even part a day', () => {
    const queue = queueOf(states, plan)
    expect(queue.reviews.length, '40 cards in 4 days').toBe(10)
    expect(
      queue.reviews.every(({ card }) => card.id !== id(90)),
      'what comes due later stays',
    ).toBe(true)
    const none = queueOf(states, planOf({ newCards: 0 }))
    expect(none.reviews.length, 'without a break').toBe(0)
  })

  it('says what it costs and what going ahead saves', () => {
    const cost = forecastBreak(states.values(), { from: today + 4, to: today + 13 }, today, defaultScheduler)
    expect(cost).toMatchObject({ due: 40, aheadPerDay: 10, aheadFrom: today })
    expect(cost && cost.recallAhead > cost.recallLeft, 'more is recalled').toBe(true)
    expect(forecastBreak([], { from: today, to: today + 3 }, today, defaultScheduler)).toBeNull()
  })

  it('asks nothing while it lasts', () => {
    const queue = buildQueue(cards, states, { ...now, at: start + 6 * 86_400_000 }, plan, pace)
    expect([queue.reviews.length, queue.fresh.length]).toEqual([0, 0])
  })
})

describe('a backlog', () => {
  const states = new Map(Array.from({ length: 90 }, (_, i) => due(i, today - 20 + (i % 15), 3 + i, 5)))

  it('fills the minutes promised, the most valuable cards first, and begins nothing new', () => {
    const queue = queueOf(states, planOf({}, { catchUp: 10 }))
    expect(queue.reviews.length, 'ten minutes of 27.5 s each').toBe(21)
    expect(queue.fresh.length).toBe(0)
    const worth = (state: CardState) => worthOf(state, today, defaultScheduler)
    const shown = queue.reviews.map(({ state }) => worth(state))
    expect(shown, 'in order').toEqual([...shown].sort((a, b) => b - a))
    const hidden = [...states.values()].filter(({ cardId }) => !queue.reviews.some(({ card }) => card.id === cardId))
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(Math.max(...hidden.map(worth)))
  })

  it('counts what was done today, and ends by itself when all fits', () => {
    const few = new Map([...states].slice(0, 5))
    const queue = queueOf(few, planOf({}, { catchUp: 10 }))
    expect([queue.reviews.length, queue.fresh.length]).toEqual([5, 20])
    const [, state] = due(95, today + 5)
    const done = {
      ...state,
      memory: state.memory.kind === 'review' ? { ...state.memory, lastDay: today } : state.memory,
    }
    expect(queueOf(new Map([...states, [id(95), done]]), planOf({}, { catchUp: 10 })).reviews.length).toBe(20)
  })

  it('is promised an end only where it has one', () => {
    expect(daysToClear(210, 0, 10, pace)).toBe(10)
    expect(daysToClear(210, 11, 10, pace)).toBe(21)
    expect(daysToClear(210, 30, 10, pace)).toBeNull()
  })
})

describe('the forecast of a desired recall', () => {
  it('costs more minutes and knows more cards the higher it is', () => {
    const scene = {
      states: Array.from({ length: 60 }, (_, i) => due(i, today + (i % 20), 5 + i, 5)[1]),
      unseen: 100,
      today,
      newCards: 5,
      reviews: 200,
      days: 90,
      pace,
    }
    const at = (retention: number) => play(scene, makeScheduler(defaultParameters, { ...defaultTerms, retention }))
    const [low, high] = [at(0.75), at(0.95)]
    expect(high.minutesPerDay).toBeGreaterThan(1.5 * low.minutesPerDay)
    expect(high.known).toBeGreaterThan(low.known)
    expect(high.known, 'never more than there are').toBeLessThanOrEqual(160)
    expect(at(0.75), 'the same twice').toEqual(low)
  })
})

describe('a free practice', () => {
  it('chooses by what is asked, weakest first', () => {
    const states = new Map([due(0, today + 3, 5, 5), due(1, today + 30, 40, 40), due(2, today - 9, 3, 3)])
    const of = (practice: Parameters<typeof cardsOf>[0]) =>
      cardsOf(practice, cards.slice(0, 5), states, today, defaultPlan, 200)
    expect(of('ahead')).toEqual([id(2), id(0)])
    expect(of('preview')).toEqual([id(3), id(4)])
    expect(of('all')[0]).toBe(id(2))
    expect(of('leeches')).toEqual([])
    expect(cardsOf('all', cards, states, today, defaultPlan, 7).length).toBe(7)
  })
})
