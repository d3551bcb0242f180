import type { CardId } from '@/lib/core/id'
import type { CardState } from './card-state'
import { newCardState } from './card-state'
import type { Queue, QueueCard, Queued } from './queue'
import { type Moment, studyDay } from './study-day'

/** Cards to go through in a sitting, due or not, and since when, ms since 1970. */
export interface Chosen {
  readonly cards: readonly CardId[]
  readonly since: number
}

/**
 * The queue of a sitting over chosen cards: each once, in their order, and again while it is in its short steps. What was
 * graded since the sitting began is done; limits, easy days and due dates have no say.
 */
export const chosenQueue = (
  { cards, since }: Chosen,
  places: ReadonlyMap<CardId, QueueCard>,
  states: ReadonlyMap<CardId, CardState>,
  now: Moment,
): Queue => {
  const today = studyDay(now)
  const learning: { queued: Queued; dueAt: number }[] = []
  const reviews: Queued[] = []
  const fresh: Queued[] = []
  const done = { introduced: 0, reviewed: 0 }
  for (const id of cards) {
    const card = places.get(id)
    const state = states.get(id) ?? newCardState(id)
    const { memory } = state
    if (card === undefined || state.suspended || (state.buriedUntil !== null && state.buriedUntil > today)) continue
    const graded = memory.kind !== 'new' && memory.lastAt >= since
    if (graded) done[state.introducedDay === today ? 'introduced' : 'reviewed']++
    const queued = { card, state }
    if (memory.kind === 'new') fresh.push(queued)
    else if (memory.kind !== 'review') learning.push({ queued, dueAt: memory.dueAt })
    else if (!graded) reviews.push(queued)
  }
  learning.sort((a, b) => a.dueAt - b.dueAt || (a.queued.card.id < b.queued.card.id ? -1 : 1))
  return { today, learning: learning.map(({ queued }) => queued), reviews, fresh, done, moreNew: 0, left: 0 }
}
