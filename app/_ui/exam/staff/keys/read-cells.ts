import { readNumber } from '@/lib/compute/marking/read-number'

/** The numbers of a line, so many of them; null where one cannot be read or there are more or fewer. */
export const readCells = (line: string, count: number): readonly number[] | null => {
  const read = line.trim().split(/\s+/).map(readNumber)
  const cells = read.flatMap((one) => (one.ok ? [one.value] : []))
  return read.length === count && cells.length === count ? cells : null
}
