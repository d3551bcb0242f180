import { asId, type CardId, type DeviceId, makeId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { apply } from '@/lib/schedule/replay'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import type { Habit } from './habit'

/** A card as a simulated learner meets it. */
export interface SimulatedCard {
  readonly id: CardId
  readonly revision: string
  /** The numbers of each variant; empty for a card without. */
  readonly variants: readonly Json[]
  /** Names of the mistakes that are told apart. */
  readonly mistakes: readonly string[]
}

export interface SimulatedLearner {
  readonly name: string
  readonly habit: Habit
  /** 0 (knows little beforehand) to 1. */
  readonly ability: number
  /** Mistakes this learner tends to make, wherever a card tells them apart. */
  readonly leanings: readonly string[]
}

export interface Span {
  /** First and last study day, days since 1970. */
  readonly from: number
  readonly to: number
  /** Minutes east of UTC. */
  readonly zoneOffset: number
}

const dayStartsAt = 4
const dayMs = 86_400_000
const hourMs = 3_600_000
const shortStep = 10 * 60_000
const mostShowingsADay = 4

/** How hard a card is before it is learned, 0..1: the same for every learner, its variants a little apart. */
export const hardness = (card: SimulatedCard, variant: number): number => {
  const own = makeRng('hardness', card.id).uint32() / 2 ** 32
  const harder = variant === 0 && card.variants.length > 1 && own > 0.8 ? 0.3 : 0
  return Math.min(0.95, 0.15 + 0.6 * own + harder)
}

/** The chance that FSRS gives what comes back, and one out of ability and hardness for what is new. */
export const chanceOfRecall = (
  { ability }: Pick<SimulatedLearner, 'ability'>,
  memory: CardState['memory'],
  hard: number,
  day: number,
): number => {
  if (memory.kind === 'new') return Math.min(0.97, Math.max(0.05, 0.55 + 0.7 * (ability - 0.5) + 0.55 * (0.5 - hard)))
  return memory.kind === 'review' ? defaultScheduler.retrievability(memory, day) : 0.88
}

/**
 * The reviews of one simulated learner. The same seed gives the same events for ever.
 */
export const simulate = (
  learner: SimulatedLearner,
  cards: readonly SimulatedCard[],
  span: Span,
  seed: string,
): { readonly events: readonly ReviewEvent[]; readonly states: ReadonlyMap<CardId, CardState> } => {
  const rng = makeRng('learner', seed, learner.name)
  const chance = () => rng.uint32() / 2 ** 32
  const deviceId = asId<DeviceId>(`simulated-${learner.name.replace(/\s+/g, '-').toLowerCase()}`.slice(0, 60))
  const states = new Map<CardId, CardState>()
  const events: ReviewEvent[] = []
  const { habit } = learner
  let next = 0

  const show = (card: SimulatedCard, at: number, day: number): void => {
    const state = states.get(card.id) ?? newCardState(card.id)
    const { memory } = state
    const variant = card.variants.length === 0 ? 0 : rng.integer(0, card.variants.length - 1)
    const right = chance() < chanceOfRecall(learner, memory, hardness(card, variant), day)
    const marked = card.variants.length > 0
    const leaning = card.mistakes.find((name) => learner.leanings.includes(name))
    const mistake =
      right || !marked || card.mistakes.length === 0
        ? null
        : leaning !== undefined && chance() < 0.7
          ? leaning
          : chance() < 0.5
            ? (card.mistakes[rng.integer(0, card.mistakes.length - 1)] ?? null)
            : null
    const grade = right ? (chance() < 0.12 ? 'hard' : chance() < 0.08 ? 'easy' : 'good') : 'again'
    const base = marked ? 35_000 : 9_000
    const event: ReviewEvent = {
      kind: 'grade',
      id: makeId(
        at,
        Uint8Array.from({ length: 16 }, () => rng.integer(0, 255)),
      ),
      deviceId,
      cardId: card.id,
      revision: card.revision,
      at,
      zoneOffset: span.zoneOffset,
      dayStartsAt,
      grade,
      durationMs: Math.round(base * (0.5 + 1.5 * chance()) * (right ? 1 : 1.4)),
      suggested: null,
      given: card.variants[variant] ?? null,
      answer: null,
      verdict: marked ? (right ? 'right' : 'wrong') : 'ungraded',
      mistake,
      algorithm: defaultScheduler.algorithm,
      parameters: defaultScheduler.parameters,
      terms: defaultScheduler.termsName,
    }
    events.push(event)
    const after = apply(state, event)
    if (after === null) throw new Error(`The simulated reviews of ${card.id} are out of order.`)
    states.set(card.id, after)
  }

  for (let day = span.from + habit.starts; day <= span.to; day++) {
    if (habit.stops !== null && day > span.from + habit.stops) break
    // Day 0 was a Thursday.
    if (chance() >= (habit.weekdays[(day + 4) % 7] ?? 0)) continue
    const begins = day * dayMs - span.zoneOffset * 60_000 + dayStartsAt * hourMs
    let at = begins + rng.integer(4, 16) * hourMs
    const due = cards
      .slice(0, next)
      .filter(({ id }) => {
        const memory = states.get(id)?.memory
        return memory?.kind === 'review' ? memory.dueDay <= day : memory !== undefined && memory.kind !== 'new'
      })
      .slice(0, habit.reviews)
    const fresh = cards.slice(next, next + habit.newCards)
    next += fresh.length
    for (const card of [...due, ...fresh]) {
      for (let showing = 0; showing < mostShowingsADay; showing++) {
        show(card, at, day)
        at += rng.integer(8, 60) * 1000
        if (states.get(card.id)?.memory.kind === 'review') break
        at += showing === 0 ? 60_000 : shortStep
      }
    }
  }
  return { events, states }
}
