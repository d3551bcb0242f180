import { readNumber } from '@/lib/compute/marking/read-number'
import { writeNumber } from '@/lib/compute/marking/write-number'

const decimalsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9))

/** A typed number `by` steps further, on the grid of the step; null where it cannot be read. ASCII minus. */
export const nudged = (text: string, by: number, step: number): string | null => {
  const read = readNumber(text)
  if (!read.ok) return null
  // A number between two places of the grid goes to the next one.
  const place = read.value / step
  const on =
    Math.abs(place - Math.round(place)) < 1e-6 ? Math.round(place) : by > 0 ? Math.floor(place) : Math.ceil(place)
  return writeNumber((on + by) * step, decimalsOf(step))
}
