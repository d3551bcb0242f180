import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import { backlogFor, mostValuable } from './backlog'
import { comingBreak, pulledAhead } from './break-ahead'
import { type CardState, newCardState } from './card-state'
import { type PacedCard, pacedToday } from './class-pace'
import { loadOn, type Plan, presetOf, schedulerIn, shares } from './plan'
import { type Moment, studyDay } from './study-day'

/** What the queue needs to know of a card; the list is in deck order, prerequisites first. */
export interface QueueCard {
  readonly id: CardId
  readonly deck: DeckId
  /** Main concept: cards that share it are siblings, and would give each other away. */
  readonly concept: ConceptId | null
  /** A skill with fresh numbers each time, which the facts of its concept do not give away. */
  readonly practice: boolean
  /** Section of the notes it belongs to, which the dates of a class may name; absent for none. */
  readonly section?: string | null
}

/** What is to be done today, in the order it is best done. */
export interface Queue {
  readonly today: number
  /** In their short steps, soonest first. */
  readonly learning: readonly Queued[]
  /** Likeliest to be recalled first: should time run out, the most memories were saved. In a backlog the most valuable first. */
  readonly reviews: readonly Queued[]
  /** In deck order, of each concept one fact and one skill. */
  readonly fresh: readonly Queued[]
  /** Already done today, of the two daily limits. */
  readonly done: { readonly introduced: number; readonly reviewed: number }
  /** New cards that only the daily limit keeps out. */
  readonly moreNew: number
  /** Reviews that are due and left for a later day, by limits, an easy day, a break, or the minutes promised. */
  readonly left: number
}

export interface Queued {
  readonly card: QueueCard
  readonly state: CardState
}

/** What a sitting adds to the plan for itself. */
export interface Extra {
  readonly newCards: number
  /** The learner studies although the day is off. */
  readonly open: boolean
}

export const nothingExtra: Extra = { newCards: 0, open: false }

interface Due extends Queued {
  readonly recall: number
  /** Recall that one more day costs. */
  readonly loss: number
}

/**
 * Whether a card in this state can appear in the queue of `today`, or in its counts. The others may be left out of
 * `buildQueue` without a trace.
 */
export const bearsOn = ({ memory, introducedDay, suspended }: CardState, today: number, plan: Plan): boolean => {
  if (introducedDay === today || (memory.kind !== 'new' && memory.lastDay === today)) return true
  if (suspended) return false
  if (memory.kind !== 'review' || memory.dueDay <= today) return true
  const away = comingBreak(plan, today)
  return away !== null && memory.dueDay >= away.from && memory.dueDay <= away.to
}

/** Today's queue as a function of states and plan alone, so that reload, undo and another device all see the same one. */
export const buildQueue = (
  cards: readonly QueueCard[],
  states: ReadonlyMap<CardId, CardState>,
  now: Moment,
  plan: Plan,
  pace: number,
  extra: Extra = nothingExtra,
): Queue => {
  const today = studyDay(now)
  const learning: { queued: Queued; dueAt: number }[] = []
  const due: Due[] = []
  const later: Queued[] = []
  const untouched: Queued[] = []
  const introducedToday = new Set<string>()
  const introduced = new Map<string, number>()
  const reviewed = new Map<string, number>()
  const paced = new Map<DeckId, PacedCard[]>()
  const share = extra.open ? 1 : shares[loadOn(plan, today)]
  const away = comingBreak(plan, today)

  for (const card of cards) {
    const state = states.get(card.id) ?? newCardState(card.id)
    const { memory } = state
    if (plan.paces.has(card.deck)) {
      const begun = memory.kind !== 'new' && state.introducedDay !== today
      const known = paced.get(card.deck) ?? []
      paced.set(card.deck, known)
      known.push({ section: card.section ?? null, begun })
    }
    if (state.introducedDay === today) {
      add(introduced, newGroupOf(plan, card.deck))
      introducedToday.add(kindOfNews(card))
    } else if (memory.kind !== 'new' && memory.lastDay === today) add(reviewed, groupOf(plan, card.deck))
    if (state.suspended || (state.buriedUntil !== null && state.buriedUntil > today)) continue
    const queued = { card, state }
    if (memory.kind === 'new') untouched.push(queued)
    else if (memory.kind !== 'review') learning.push({ queued, dueAt: memory.dueAt })
    else if (memory.dueDay <= today) {
      const { retrievability } = schedulerIn(plan, card.deck)
      const recall = retrievability(memory, today)
      due.push({ ...queued, recall, loss: recall - retrievability(memory, today + 1) })
    } else if (away && memory.dueDay >= away.from && memory.dueDay <= away.to && memory.lastDay !== today)
      later.push(queued)
  }

  learning.sort((a, b) => a.dueAt - b.dueAt || byId(a.queued, b.queued))
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const done = { introduced: sum(introduced), reviewed: sum(reviewed) }
  const backlog = share > 0 ? backlogFor(plan, due.length, done.reviewed, pace) : null
  const reviews =
    backlog === null ? withinLimits(due, reviewed, plan, share) : mostValuable(due, today, plan).slice(0, backlog.room)
  const ahead = share > 0 && away && backlog === null ? pulledAhead(later, away, today, plan) : []
  const candidates = withoutSiblings(untouched, introducedToday)
  const fresh = backlog?.behind
    ? []
    : freshWithin(candidates, introduced, plan, { share, more: extra.newCards, today, paced })
  return {
    today,
    learning: learning.map((one) => one.queued),
    reviews: [...reviews, ...ahead].map(({ card, state }) => ({ card, state })),
    fresh,
    done,
    moreNew: candidates.length - fresh.length,
    left: due.length - reviews.length,
  }
}

export const queueCounts = (queue: Queue) => ({
  new: queue.fresh.length,
  learning: queue.learning.length,
  due: queue.reviews.length,
})

/** Decks without a preset of their own share one set of limits. */
const groupOf = (plan: Plan, deck: DeckId): string => (plan.decks.has(deck) ? deck : '')
/** A deck of a class has its own number of new cards, unless the learner has given it one. */
const newGroupOf = (plan: Plan, deck: DeckId): string =>
  plan.decks.has(deck) || (plan.paces.get(deck)?.kind ?? 'own') !== 'own' ? deck : ''
const add = (counts: Map<string, number>, group: string) => counts.set(group, (counts.get(group) ?? 0) + 1)

/** On an easy day those stay that lose most by waiting; what is shown comes likeliest first. */
const withinLimits = (
  due: readonly Due[],
  reviewed: ReadonlyMap<string, number>,
  plan: Plan,
  share: number,
): readonly Due[] => {
  const groups = new Map<string, Due[]>()
  for (const one of due) {
    const group = groupOf(plan, one.card.deck)
    const list = groups.get(group)
    if (list) list.push(one)
    else groups.set(group, [one])
  }
  const kept: Due[] = []
  for (const [group, list] of groups) {
    const already = reviewed.get(group) ?? 0
    const [first] = list
    const limit = presetOf(plan, first?.card.deck ?? null).reviews
    const most = Math.ceil(share * Math.min(limit, list.length + already)) - already
    const order = share < 1 ? byLoss : byRecall
    kept.push(...list.sort(order).slice(0, Math.max(0, most)))
  }
  return kept.sort(byRecall)
}

const freshWithin = (
  candidates: readonly Queued[],
  introduced: ReadonlyMap<string, number>,
  plan: Plan,
  day: {
    readonly share: number
    readonly more: number
    readonly today: number
    readonly paced: ReadonlyMap<DeckId, readonly PacedCard[]>
  },
): readonly Queued[] => {
  const room = new Map<string, number>()
  /** The learner's own choice for a deck goes before the pace of a class. */
  const wanted = (deck: DeckId): number => {
    const pace = plan.decks.has(deck) ? undefined : plan.paces.get(deck)
    const asked = pace && pacedToday(pace, day.paced.get(deck) ?? [], day.today)
    return asked ?? presetOf(plan, deck).newCards
  }
  return candidates.filter(({ card }) => {
    const group = newGroupOf(plan, card.deck)
    const limit = room.has(group) ? 0 : Math.floor(day.share * wanted(card.deck)) + day.more
    const left = room.get(group) ?? limit - (introduced.get(group) ?? 0)
    room.set(group, left - 1)
    return left > 0
  })
}

const byId = (a: Queued, b: Queued) => (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0)
const byRecall = (a: Due, b: Due) => b.recall - a.recall || byId(a, b)
const byLoss = (a: Due, b: Due) => b.loss - a.loss || byId(a, b)

/** New cards that share this would give each other away on one day. */
const kindOfNews = ({ id, concept, practice }: QueueCard): string =>
  concept === null ? id : `${concept} ${practice ? 'skill' : 'fact'}`

const withoutSiblings = (untouched: readonly Queued[], introduced: ReadonlySet<string>): readonly Queued[] => {
  const taken = new Set(introduced)
  return untouched.filter(({ card }) => {
    const kind = kindOfNews(card)
    if (taken.has(kind)) return false
    taken.add(kind)
    return true
  })
}
