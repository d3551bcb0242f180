/** A question flagged for later, or no longer. */
export interface Flag {
  /** Place on the paper. */
  readonly slot: number
  readonly on: boolean
}

/** What is flagged after changes, in order: each device tells only what it changed, so that none undoes another's. */
export const withFlags = (flagged: readonly number[], changes: readonly Flag[]): readonly number[] => {
  const all = new Set(flagged)
  for (const { slot, on } of changes) {
    if (on) all.add(slot)
    else all.delete(slot)
  }
  return [...all].sort((a, b) => a - b)
}
