import type { CardId, ConceptId } from '@/lib/core/id'
import type { Queue, Queued } from './queue'

/** What this sitting has shown, which the card states do not tell. */
export interface Sitting {
  /** Main concepts of the last cards shown, latest first. */
  readonly recent: readonly ConceptId[]
  /** Put off by the learner, in the order they were put off. */
  readonly skipped: readonly CardId[]
}

/** How far ahead a short step may be taken when nothing else is left, ms. */
export const learnAhead = 20 * 60_000
/** Siblings stand at least this many cards apart where the queue allows. */
export const siblingDistance = 5

/**
 * The card to show now: short steps that are due, then reviews and new cards mixed evenly, then short steps taken early,
 * then what was skipped. Null when the day's work is done, or only waits for steps further off than `learnAhead`.
 */
export const nextCard = (queue: Queue, now: number, sitting: Sitting): Queued | null => {
  const put = new Set(sitting.skipped)
  const open = (list: readonly Queued[]) => list.filter(({ card }) => !put.has(card.id))
  const learning = open(queue.learning)
  const due = learning.filter((one) => dueAt(one) <= now)
  if (due[0]) return apart(due, sitting)

  const reviews = open(queue.reviews)
  const fresh = open(queue.fresh)
  const share = (done: number, left: number) => (left === 0 ? Number.POSITIVE_INFINITY : done / (done + left))
  const reviewShare = share(queue.done.reviewed, reviews.length)
  const freshShare = share(queue.done.introduced, fresh.length)
  const mixed = freshShare < reviewShare ? fresh : reviews
  if (mixed[0]) return apart(mixed, sitting)

  const ahead = learning.filter((one) => dueAt(one) <= now + learnAhead)
  if (ahead[0]) return ahead[0]
  const waiting = [...queue.learning.filter((one) => dueAt(one) <= now + learnAhead), ...queue.reviews, ...queue.fresh]
  for (const id of sitting.skipped) {
    const found = waiting.find(({ card }) => card.id === id)
    if (found) return found
  }
  return null
}

const dueAt = ({ state: { memory } }: Queued): number =>
  memory.kind === 'learning' || memory.kind === 'relearning' ? memory.dueAt : 0

/** The first whose concept was not just seen; else the one whose concept was seen longest ago. */
const apart = (list: readonly Queued[], { recent }: Sitting): Queued | null => {
  const seen = recent.slice(0, siblingDistance)
  let best: Queued | null = null
  let bestAge = -1
  for (const one of list) {
    const age = one.card.concept === null ? -1 : seen.indexOf(one.card.concept)
    if (age === -1) return one
    if (age > bestAge) {
      best = one
      bestAge = age
    }
  }
  return best
}
