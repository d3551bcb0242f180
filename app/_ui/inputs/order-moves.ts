/** The list with the item at `from` put at `to`; unchanged when either is out of range. */
export const moved = <T>(items: readonly T[], from: number, to: number): readonly T[] => {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length || from === to) return items
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** Where a dragged row would land: the row whose middle is nearest to `y`. */
export const nearestRow = (middles: readonly number[], y: number): number => {
  let best = 0
  middles.forEach((middle, index) => {
    if (Math.abs(middle - y) < Math.abs((middles[best] ?? 0) - y)) best = index
  })
  return best
}
