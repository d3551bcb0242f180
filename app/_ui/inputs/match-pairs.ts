type Pair = readonly [left: string, right: string]

/** The pairs with `left` joined to `right`; either end leaves the pair it was in. */
export const joined = (pairs: readonly Pair[], left: string, right: string): readonly Pair[] => [
  ...pairs.filter(([l, r]) => l !== left && r !== right),
  [left, right],
]

/** The pairs without the one that holds this end. */
export const parted = (pairs: readonly Pair[], end: string): readonly Pair[] =>
  pairs.filter(([left, right]) => left !== end && right !== end)
