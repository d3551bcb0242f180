/** How far the largest of some numbers is ahead of the next; Infinity for a single one. */
export const leadOfLargest = (values: Float64Array): number => {
  let [first, second] = [-Infinity, -Infinity]
  for (const value of values) {
    if (value > first) [first, second] = [value, first]
    else if (value > second) second = value
  }
  return first - second
}

export const leadOfSmallest = (values: Float64Array): number => leadOfLargest(values.map((value) => -value))

/** The smallest difference between any two. */
export const smallestGap = (values: Float64Array): number => {
  const sorted = values.slice().sort()
  let gap = Infinity
  for (let k = 1; k < sorted.length; k++) gap = Math.min(gap, (sorted[k] ?? 0) - (sorted[k - 1] ?? 0))
  return gap
}

export const indexOfLargest = (values: Float64Array): number => {
  let best = 0
  for (let k = 1; k < values.length; k++) if ((values[k] ?? 0) > (values[best] ?? 0)) best = k
  return best
}

export const indexOfSmallest = (values: Float64Array): number => indexOfLargest(values.map((value) => -value))
