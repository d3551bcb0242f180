import type { Trial } from './trials'

/** What can be predicted: the outcome of the last of these trials, from those before it. At least a day lies between. */
export interface Item {
  readonly trials: readonly Trial[]
  /** How many of them belong to it. */
  readonly length: number
  /** When the last of them was. */
  readonly at: number
}

export const itemsOf = (histories: readonly (readonly Trial[])[]): readonly Item[] => {
  const items: Item[] = []
  for (const trials of histories) {
    for (const [i, { days, at }] of trials.entries()) if (days > 0) items.push({ trials, length: i + 1, at })
  }
  return items
}

/** Share of the items, the latest, that a fit never sees. */
const heldOut = 0.2

/** The items before a moment to learn from, and those after it to be judged by: nothing of the future helps. */
export const splitByTime = (
  items: readonly Item[],
): { readonly past: readonly Item[]; readonly future: readonly Item[] } => {
  const ordered = [...items].sort((a, b) => a.at - b.at)
  const cut = Math.floor(ordered.length * (1 - heldOut))
  return { past: ordered.slice(0, cut), future: ordered.slice(cut) }
}

export const recalled = ({ trials, length }: Item): boolean => (trials[length - 1]?.rating ?? 1) > 1
