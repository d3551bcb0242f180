import { describe, expect, it } from 'vitest'
import { asId, type CardId, type ConceptId, type DeckId, type EventId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { learnAhead, nextCard } from '@/lib/schedule/next-card'
import { buildQueue, type QueueCard, queueCounts } from '@/lib/schedule/queue'
import { fold } from '@/lib/schedule/replay'
import { dayProgress, meanShowing, minutesLeft } from '@/lib/schedule/workload'
import { day, gradeEvent, start } from './history'
import { planOf } from './plans'

const cards: readonly QueueCard[] = Array.from({ length: 30 }, (_, i) => ({
  id: asId<CardId>(`deck/c${i}`),
  deck: asId<DeckId>('deck'),
  concept: asId<ConceptId>(`concept-${Math.floor(i / 2)}`),
  practice: false,
}))
const now = { at: start, zoneOffset: 0, dayStartsAt: 4 }
const limits = planOf({ newCards: 10 })
const pace = 25_000
const sitting = { recent: [], skipped: [] }
const at = (i: number) => asId<CardId>(`deck/c${i}`)
const review = (cardId: CardId, dueDay: number, stability: number): [CardId, CardState] => [
  cardId,
  {
    ...newCardState(cardId),
    reps: 3,
    introducedDay: 1,
    memory: { kind: 'review', stability, difficulty: 5, lastAt: 0, lastDay: dueDay - 5, intervalDays: 5, dueDay },
  },
]
const today = buildQueue([], new Map(), now, limits, pace).today

describe("today's queue", () => {
  it('lets in new cards in deck order up to the limit, one of each concept', () => {
    const queue = buildQueue(cards, new Map(), now, limits, pace)
    expect(queue.fresh.map((one) => one.card.id)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18].map(at))
    expect(queue.moreNew, 'siblings do not count as waiting').toBe(5)
    expect(queueCounts(queue)).toEqual({ new: 10, learning: 0, due: 0 })
  })

  it('lets a concept bring one fact and one skill on the same day', () => {
    const skills = cards.map((card, i) => ({ ...card, practice: i % 2 === 1 }))
    const queue = buildQueue(skills, new Map(), now, limits, pace)
    expect(queue.fresh.slice(0, 4).map((one) => one.card.id)).toEqual([0, 1, 2, 3].map(at))
  })

  it('counts what was introduced today against the limit and holds its siblings back', () => {
    const states = fold([gradeEvent({ id: asId<EventId>('a'), cardId: at(0), grade: 'easy' })])
    const queue = buildQueue(cards, states, now, planOf({ newCards: 2, reviews: 200 }), pace)
    expect(queue.fresh.map((one) => one.card.id)).toEqual([at(2)])
    const tomorrow = buildQueue(cards, states, { ...now, at: start + day }, planOf({ newCards: 2, reviews: 200 }), pace)
    expect(
      tomorrow.fresh.map((one) => one.card.id),
      'the sibling comes first tomorrow',
    ).toEqual([at(1), at(2)])
  })

  it('orders reviews by the chance of recall and cuts them at the limit', () => {
    const states = new Map([
      review(at(0), today, 2),
      review(at(2), today, 50),
      review(at(4), today - 1, 10),
      review(at(6), today + 1, 9),
    ])
    const queue = buildQueue(cards, states, now, planOf({ newCards: 0, reviews: 2 }), pace)
    expect(queue.reviews.map((one) => one.card.id)).toEqual([at(2), at(4)])
  })

  it('leaves out suspended and buried cards, and brings a buried one back tomorrow', () => {
    const [, due] = review(at(0), today, 5)
    const hidden = (change: Partial<CardState>) => new Map([[at(0), { ...due, ...change }]])
    const count = (states: ReadonlyMap<CardId, CardState>, later = 0) =>
      buildQueue(cards, states, { ...now, at: now.at + later }, limits, pace).reviews.length
    expect(count(hidden({ suspended: true })), 'suspended').toBe(0)
    expect(count(hidden({ buriedUntil: today + 1 })), 'buried').toBe(0)
    expect(count(hidden({ buriedUntil: today + 1 }), day), 'tomorrow').toBe(1)
  })
})

describe('the next card', () => {
  it('is a short step that is due, before anything else', () => {
    const states = fold([gradeEvent({ id: asId<EventId>('a'), cardId: at(4), grade: 'again' })])
    const queue = buildQueue(cards, states, now, limits, pace)
    expect(nextCard(queue, start + 61_000, sitting)?.card.id, 'due').toBe(at(4))
    expect(nextCard(queue, start + 1_000, sitting)?.card.id, 'not yet due').toBe(at(0))
  })

  it('takes a short step early when nothing else is left, and ends when steps are further off', () => {
    const states = fold([gradeEvent({ id: asId<EventId>('a'), cardId: at(4), grade: 'good' })])
    const queue = buildQueue(cards, states, now, planOf({ newCards: 0, reviews: 0 }), pace)
    expect(nextCard(queue, start + 1000, sitting)?.card.id).toBe(at(4))
    expect(nextCard(queue, start + 600_000 - learnAhead - 1, sitting), 'more than the look-ahead away').toBeNull()
  })

  it('keeps siblings apart where it can', () => {
    const states = new Map([review(at(0), today, 50), review(at(1), today, 49), review(at(2), today, 20)])
    const queue = buildQueue(cards, states, now, planOf({ newCards: 0, reviews: 200 }), pace)
    const concept = asId<ConceptId>('concept-0')
    expect(nextCard(queue, start, { recent: [concept], skipped: [] })?.card.id, 'another concept').toBe(at(2))
    const only = buildQueue(
      cards,
      new Map([review(at(1), today, 49)]),
      now,
      planOf({ newCards: 0, reviews: 200 }),
      pace,
    )
    expect(nextCard(only, start, { recent: [concept], skipped: [] })?.card.id, 'no choice').toBe(at(1))
  })

  it('mixes reviews and new cards evenly', () => {
    const states = new Map(Array.from({ length: 10 }, (_, i) => review(at(20 + i), today, 10 + i)))
    const order: string[] = []
    for (let i = 0; i < 20; i++) {
      const queue = buildQueue(cards, states, now, limits, pace)
      const next = nextCard(queue, start, sitting)
      if (!next) break
      order.push(next.state.memory.kind)
      const [, done] = review(next.card.id, today + 9, 10)
      const fresh = next.state.memory.kind === 'new'
      const memory = done.memory.kind === 'review' ? { ...done.memory, lastDay: today } : done.memory
      states.set(next.card.id, { ...done, memory, introducedDay: fresh ? today : 1 })
    }
    expect(order.slice(0, 8).filter((kind) => kind === 'new').length, 'half of the first eight').toBe(4)
  })

  it('shows a skipped card last', () => {
    const queue = buildQueue(cards, new Map(), now, planOf({ newCards: 2, reviews: 0 }), pace)
    expect(nextCard(queue, start, { recent: [], skipped: [at(0)] })?.card.id).toBe(at(2))
    expect(nextCard(queue, start, { recent: [], skipped: [at(0), at(2)] })?.card.id, 'all skipped').toBe(at(0))
  })
})

describe('the estimate', () => {
  it('starts from 25 seconds a showing and moves to what was measured', () => {
    expect(meanShowing([])).toBe(25_000)
    expect(meanShowing(Array(90).fill(5_000)), 'ninety fast ones').toBe(7_000)
    expect(minutesLeft({ new: 0, learning: 0, due: 0 }, 25_000)).toBe(0)
    expect(minutesLeft({ new: 10, learning: 0, due: 0 }, 25_000)).toBe(9)
  })

  it('ends its progress when the queue is empty', () => {
    const queue = buildQueue([], new Map(), now, limits, pace)
    expect(dayProgress(queue, 12)).toEqual({ done: 12, total: 12 })
  })
})
