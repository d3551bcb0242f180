/** Something waiting its turn: the highest rank first, equal ones by order. */
export interface Ranked {
  readonly rank: number
  readonly order: number
}

const before = (a: Ranked, b: Ranked): boolean => a.rank > b.rank || (a.rank === b.rank && a.order < b.order)

const swap = <T>(heap: T[], i: number, j: number): void => {
  const a = heap[i]
  const b = heap[j]
  if (a === undefined || b === undefined) throw new Error(`A heap of ${heap.length} has no places ${i} and ${j}.`)
  heap[i] = b
  heap[j] = a
}

const isBefore = (heap: readonly Ranked[], i: number, j: number): boolean => {
  const a = heap[i]
  const b = heap[j]
  return a !== undefined && b !== undefined && before(a, b)
}

/** Adds to a binary heap. */
export const pushRanked = <T extends Ranked>(heap: T[], one: T): void => {
  heap.push(one)
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (!isBefore(heap, at, parent)) break
    swap(heap, at, parent)
    at = parent
  }
}

/** Takes the first out of a binary heap; undefined when there is none. */
export const takeBest = <T extends Ranked>(heap: T[]): T | undefined => {
  const [best] = heap
  const last = heap.pop()
  if (best === undefined || last === undefined || heap.length === 0) return best
  heap[0] = last
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    const child = isBefore(heap, left + 1, left) ? left + 1 : left
    if (!isBefore(heap, child, at)) return best
    swap(heap, at, child)
    at = child
  }
}
