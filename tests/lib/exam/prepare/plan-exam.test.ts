import { describe, expect, it } from 'vitest'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type ExamCard, planExam } from '@/lib/exam/prepare/plan-exam'
import { type CardState, type Memory, newCardState } from '@/lib/schedule/card-state'
import { buildQueue } from '@/lib/schedule/queue'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { planOf } from '../../schedule/plans'

const today = 20_800
const pace = 20
const id = (i: number) => asId<CardId>(`deck/c${String(i).padStart(3, '0')}`)

const reviewed = (stability: number, lastDay: number, dueDay = lastDay + Math.round(stability)): Memory => ({
  kind: 'review',
  stability,
  difficulty: 5,
  lastAt: 0,
  lastDay,
  intervalDays: Math.max(1, dueDay - lastDay),
  dueDay,
})

/** A learner some weeks into a course: half of the cards begun, some of them overdue. */
const learnerOf = (seed: number, count: number): readonly ExamCard[] => {
  const rng = makeRng('exam learner', seed)
  const begun = rng.integer(Math.floor(count / 4), Math.floor((3 * count) / 4))
  return Array.from({ length: count }, (_, i): ExamCard => {
    if (i >= begun) return { id: id(i), memory: { kind: 'new' }, weight: 1 }
    const stability = rng.integer(1, 40)
    return { id: id(i), memory: reviewed(stability, today - rng.integer(0, 2 * stability)), weight: 1 }
  })
}

const situation = (cards: readonly ExamCard[], days: number, minutes: number, from = today) => ({
  cards,
  today: from,
  examDay: today + days,
  seconds: () => minutes * 60,
  pace,
})

describe('the plan for an exam', () => {
  const cards = learnerOf(1, 120)
  const plan = planExam(situation(cards, 14, 15), defaultScheduler)

  it('is the same for the same situation', () => {
    expect(planExam(situation(cards, 14, 15), defaultScheduler)).toEqual(plan)
  })

  it('keeps within the minutes of each day, and asks nothing of a day without any', () => {
    const off = today + 3
    const weekend = planExam(
      { ...situation(cards, 14, 15), seconds: (day) => (day === off ? 0 : 900) },
      defaultScheduler,
    )
    for (const { day, seconds } of weekend.days) expect(seconds, `day ${day}`).toBeLessThanOrEqual(900)
    expect(weekend.days.find(({ day }) => day === off)).toMatchObject({ fresh: [], reviews: [], seconds: 0 })
    expect(weekend.days.map(({ day }) => day)).toEqual(Array.from({ length: 14 }, (_, i) => today + i))
  })

  it('begins new cards in the order they build on each other', () => {
    const order = plan.days.flatMap(({ fresh }) => fresh)
    expect(order).toEqual([...order].sort())
    expect(order.length).toBeGreaterThan(10)
  })

  it('shows no card twice on a day, and none that was seen today', () => {
    for (const { day, fresh, reviews } of plan.days) {
      expect(new Set([...fresh, ...reviews]).size, `day ${day}`).toBe(fresh.length + reviews.length)
    }
    const seen = planExam(situation([{ id: id(0), memory: reviewed(2, today), weight: 1 }], 3, 10), defaultScheduler)
    expect(seen.days[0]?.reviews).toEqual([])
    expect(seen.days.flatMap(({ reviews }) => reviews).length).toBeGreaterThan(0)
  })

  it('is expected to leave more than doing nothing', () => {
    for (const [card, recall] of plan.kept) {
      expect(recall, card).toBeGreaterThanOrEqual((plan.idle.get(card) ?? 0) - 1e-9)
    }
  })

  it('says how many new cards there is no time for, and how much time they want', () => {
    const many = Array.from({ length: 300 }, (_, i): ExamCard => ({ id: id(i), memory: { kind: 'new' }, weight: 1 }))
    const short = planExam(situation(many, 5, 10), defaultScheduler)
    const begun = short.days.flatMap(({ fresh }) => fresh).length
    expect(begun, 'ten minutes hold fifteen of two showings each').toBe(75)
    expect(short.unreached).toBe(225)
    expect(short.wanting).toBe((225 * 2 * pace) / 5)
    expect([...short.kept.values()].filter((recall) => recall === 0).length, 'they are expected to be unknown').toBe(
      225,
    )
  })

  it('has nothing to plan on the day of the exam', () => {
    const over = planExam(situation(cards, 0, 15), defaultScheduler)
    expect([over.days, over.wanting]).toEqual([[], null])
  })

  it('prefers what counts more', () => {
    const two = [
      { id: id(0), memory: reviewed(3, today - 9), weight: 0.2 },
      { id: id(1), memory: reviewed(3, today - 9), weight: 3 },
    ]
    const scarce = planExam({ ...situation(two, 2, 0), seconds: () => 45 }, defaultScheduler)
    expect(scarce.days.flatMap(({ reviews }) => reviews)).not.toContain(id(0))
    expect(scarce.days.at(-1)?.reviews).toEqual([id(1)])
  })
})

type Rule = (memories: ReadonlyMap<CardId, Memory>, day: number, seconds: number) => readonly CardId[]

const graded = (from: Memory, day: number, grade: 'good' | 'again'): Memory => {
  const { stability, difficulty, next } = defaultScheduler.raw(from, day, grade)
  const days = next.kind === 'days' ? next.days : 1
  return { kind: 'review', stability, difficulty, lastAt: 0, lastDay: day, intervalDays: days, dueDay: day + days }
}

/** Recall on the day after following a rule; whether a card is known on a day is its own luck, whoever asks it. */
const followed = (cards: readonly ExamCard[], days: number, minutes: number, seed: number, rule: Rule): number => {
  const memories = new Map(cards.map(({ id: card, memory }) => [card, memory]))
  for (let day = today; day < today + days; day++) {
    let left = minutes * 60
    for (let list = rule(memories, day, left); left >= pace && list.length > 0; list = rule(memories, day, left)) {
      for (const card of list) {
        const memory = memories.get(card)
        if (memory === undefined || left < pace) break
        const luck = makeRng('luck', seed, card, day).uint32() / 2 ** 32
        const known = luck < (memory.kind === 'new' ? 0.75 : defaultScheduler.retrievability(memory, day))
        left -= memory.kind === 'new' || !known ? 2 * pace : pace
        const once = graded(memory, day, known ? 'good' : 'again')
        memories.set(card, memory.kind !== 'new' && known ? once : graded(once, day, 'good'))
      }
    }
  }
  const recalls = [...memories.values()].map((memory) =>
    memory.kind === 'new' ? 0 : defaultScheduler.retrievability(memory, today + days),
  )
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length
}

const byDueDate =
  (cards: readonly ExamCard[]): Rule =>
  (memories, day) => {
    const places = cards.map(({ id: card }, i) => ({
      id: card,
      deck: asId<DeckId>('deck'),
      concept: asId<ConceptId>(`concept-${i}`),
      practice: false,
    }))
    const states = new Map(
      [...memories].flatMap(([card, memory]): [CardId, CardState][] =>
        memory.kind === 'new' ? [] : [[card, { ...newCardState(card), memory, reps: 3, introducedDay: 1 }]],
      ),
    )
    const now = { at: day * 86_400_000 + 9 * 3_600_000, zoneOffset: 0, dayStartsAt: 4 }
    const queue = buildQueue(places, states, now, planOf({ newCards: 30 }), pace * 1000)
    return [...queue.reviews, ...queue.fresh].map(({ card }) => card.id)
  }

const byPlan =
  (cards: readonly ExamCard[], days: number, minutes: number): Rule =>
  (memories, day, left) => {
    const now = cards.map((card) => ({ ...card, memory: memories.get(card.id) ?? card.memory }))
    const seconds = (other: number) => (other === day ? left : minutes * 60)
    const [first] = planExam(
      { ...situation(now, days, minutes, day), examDay: today + days, seconds },
      defaultScheduler,
    ).days
    return first === undefined ? [] : [...first.reviews, ...first.fresh]
  }

describe('whoever follows the plan', () => {
  it.each([
    { days: 6, minutes: 5, count: 120 },
    { days: 7, minutes: 8, count: 80 },
    { days: 12, minutes: 6, count: 40 },
  ])('recalls more on the day than by due dates: $count cards, $days days of $minutes minutes', (trial) => {
    const { days, minutes, count } = trial
    for (const seed of [1, 2, 3]) {
      const cards = learnerOf(seed, count)
      const planned = followed(cards, days, minutes, seed, byPlan(cards, days, minutes))
      const usual = followed(cards, days, minutes, seed, byDueDate(cards))
      expect(planned, `seed ${seed}: ${planned.toFixed(3)} against ${usual.toFixed(3)}`).toBeGreaterThanOrEqual(usual)
    }
  })
})
