import 'server-only'
import type { FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding'
import type { Item } from '@/lib/schedule/fit/split'

/** Items in the optimiser's own memory. */
export interface Batch {
  readonly items: FSRSBindingItem[]
}

/** FSRS' own optimiser, in native code off the main thread. */
export interface Optimizer {
  readonly load: (items: readonly Item[]) => Batch
  readonly fit: (batch: Batch, relearningSteps: number) => Promise<readonly number[]>
}

/** Null on a machine for which there is no native optimiser. */
export const openOptimizer = async (): Promise<Optimizer | null> => {
  const binding = await import('@open-spaced-repetition/binding').catch(() => null)
  if (!binding) return null
  const { FSRSBindingItem: BindingItem, FSRSBindingReview: BindingReview, computeParameters } = binding
  /** The same few thousand reviews come again and again; each crosses into native code once. */
  const known = new Map<number, FSRSBindingReview>()
  const reviewOf = (rating: number, days: number): FSRSBindingReview => {
    const key = days * 8 + rating
    const found = known.get(key) ?? new BindingReview(rating, days)
    known.set(key, found)
    return found
  }
  return {
    load: (items) => ({
      items: items.map(
        ({ trials, length }) =>
          new BindingItem(trials.slice(0, length).map(({ rating, days }) => reviewOf(rating, days))),
      ),
    }),
    // Progress is asked for once a `timeout`, and the answer waits for it: the shortest is the quickest.
    fit: ({ items }, numRelearningSteps) =>
      computeParameters(items, { enableShortTerm: true, numRelearningSteps, timeout: 1 }),
  }
}
