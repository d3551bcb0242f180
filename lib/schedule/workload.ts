import type { Queue } from './queue'

/** A learner without history is taken to need this long for one showing, ms. */
const usualMs = 25_000
/** The usual time weighs as much as this many measured ones, so that the first few do not make the estimate jump. */
const usualWeight = 10
/** A new card is shown twice before it leaves its short steps; a due card comes back when it was forgotten. */
export const showings = { new: 2, learning: 1, due: 1.1 } as const

/** Mean time of one showing, ms, from the learner's last showings. */
export const meanShowing = (durations: readonly number[]): number =>
  (usualMs * usualWeight + durations.reduce((sum, one) => sum + one, 0)) / (usualWeight + durations.length)

/** Showings the queue still asks for. */
const showingsLeft = (counts: { readonly new: number; readonly learning: number; readonly due: number }): number =>
  counts.new * showings.new + counts.learning * showings.learning + counts.due * showings.due

/** Minutes the queue will take, rounded up; 0 for an empty one. */
export const minutesLeft = (
  counts: { readonly new: number; readonly learning: number; readonly due: number },
  meanMs: number,
): number => Math.ceil((showingsLeft(counts) * meanMs) / 60_000)

/** Grades given so far and expected in all today: the hairline of a sitting, which never runs past its end. */
export const dayProgress = (queue: Queue, gradesToday: number): { readonly done: number; readonly total: number } => {
  const counts = { new: queue.fresh.length, learning: queue.learning.length, due: queue.reviews.length }
  return { done: gradesToday, total: gradesToday + Math.ceil(showingsLeft(counts)) }
}
