import type { CardId, ConceptId } from '@/lib/core/id'
import { type CardState, newCardState } from './card-state'
import { currentScheduler } from './schedulers'
import { type Moment, studyDay } from './study-day'

/** What the queue needs to know of a card; the list is in deck order, prerequisites first. */
export interface QueueCard {
  readonly id: CardId
  /** Main concept: cards that share it are siblings, and would give each other away. */
  readonly concept: ConceptId | null
  /** A skill with fresh numbers each time, which the facts of its concept do not give away. */
  readonly practice: boolean
}

export interface DailyLimits {
  readonly newCards: number
  readonly reviews: number
}

export const defaultLimits: DailyLimits = { newCards: 20, reviews: 200 }

/** What is to be done today, in the order it is best done. */
export interface Queue {
  readonly today: number
  /** In their short steps, soonest first. */
  readonly learning: readonly Queued[]
  /** Likeliest to be recalled first: should time run out, the most memories were saved. */
  readonly reviews: readonly Queued[]
  /** In deck order, of each concept one fact and one skill. */
  readonly fresh: readonly Queued[]
  /** Already done today, of the two daily limits. */
  readonly done: { readonly introduced: number; readonly reviewed: number }
  /** New cards that only the daily limit keeps out. */
  readonly moreNew: number
}

export interface Queued {
  readonly card: QueueCard
  readonly state: CardState
}

/** Today's queue as a function of the states alone, so that reload, undo and another device all see the same one. */
export const buildQueue = (
  cards: readonly QueueCard[],
  states: ReadonlyMap<CardId, CardState>,
  now: Moment,
  limits: DailyLimits,
): Queue => {
  const today = studyDay(now)
  const learning: { queued: Queued; dueAt: number }[] = []
  const reviews: { queued: Queued; recall: number }[] = []
  const untouched: Queued[] = []
  const introducedToday = new Set<string>()
  let introduced = 0
  let reviewed = 0

  for (const card of cards) {
    const state = states.get(card.id) ?? newCardState(card.id)
    const { memory } = state
    if (state.introducedDay === today) {
      introduced++
      introducedToday.add(kindOfNews(card))
    } else if (memory.kind !== 'new' && memory.lastDay === today) reviewed++
    if (state.suspended || (state.buriedUntil !== null && state.buriedUntil > today)) continue
    const queued = { card, state }
    if (memory.kind === 'new') untouched.push(queued)
    else if (memory.kind !== 'review') learning.push({ queued, dueAt: memory.dueAt })
    else if (memory.dueDay <= today) reviews.push({ queued, recall: currentScheduler.retrievability(memory, today) })
  }

  learning.sort((a, b) => a.dueAt - b.dueAt || byId(a.queued, b.queued))
  reviews.sort((a, b) => b.recall - a.recall || byId(a.queued, b.queued))
  const candidates = withoutSiblings(untouched, introducedToday)
  const roomForNew = Math.max(0, limits.newCards - introduced)
  return {
    today,
    learning: learning.map((one) => one.queued),
    reviews: reviews.slice(0, Math.max(0, limits.reviews - reviewed)).map((one) => one.queued),
    fresh: candidates.slice(0, roomForNew),
    done: { introduced, reviewed },
    moreNew: Math.max(0, candidates.length - roomForNew),
  }
}

export const queueCounts = (queue: Queue) => ({
  new: queue.fresh.length,
  learning: queue.learning.length,
  due: queue.reviews.length,
})

const byId = (a: Queued, b: Queued) => (a.card.id < b.card.id ? -1 : a.card.id > b.card.id ? 1 : 0)

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
