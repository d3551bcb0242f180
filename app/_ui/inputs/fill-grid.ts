import { gridOf } from './cell-moves'

type Rows = readonly (readonly string[])[]

/**
 * The cells of one ask after rows were pasted at `index`. As many cells as the whole answer fill it in reading order, so
 * that a pasted column fills a row; anything else goes down and right from the cell, and what does not fit is left out.
 */
export const filled = (
  cells: readonly string[],
  shape: readonly number[],
  index: number,
  rows: Rows,
): readonly string[] => {
  const flat = rows.flat()
  if (flat.length === cells.length) return flat
  const { columns } = gridOf(shape)
  const next = [...cells]
  rows.forEach((row, down) => {
    row.forEach((text, right) => {
      const column = (index % columns) + right
      const at = (Math.floor(index / columns) + down) * columns + column
      if (column < columns && at < next.length) next[at] = text
    })
  })
  return next
}
