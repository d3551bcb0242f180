import { shownNumber } from '@/app/_ui/blocks/shown-number'

const grouped = (cells: readonly string[], shape: readonly number[]): string => {
  const [size, ...inner] = shape
  if (size === undefined) return shownNumber(cells[0] ?? '')
  const step = cells.length / size
  const parts = Array.from({ length: size }, (_, index) =>
    grouped(cells.slice(index * step, (index + 1) * step), inner),
  )
  return `[${parts.join(', ')}]`
}

/** A tensor in one line: `2.9`, `[1, 2.9, 0]`, `[[1, 2], [3, 4]]`. */
export const cellsInLine = (cells: readonly string[], shape: readonly number[]): string => grouped(cells, shape)

/** The same for a small box: what does not fit is told by its shape. */
export const cellsInBox = (cells: readonly string[], shape: readonly number[], room: number): string => {
  const line = cellsInLine(cells, shape)
  return line.length <= room ? line : `[${shape.join('×')}]`
}
