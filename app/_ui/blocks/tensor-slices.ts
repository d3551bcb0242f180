import type { ShownTensor } from '@/lib/view/block'

/** One matrix of a tensor; `index` names it within tensors of more than two dimensions. */
export interface Slice {
  readonly index: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** A vector up to this long stands upright as in the notes; a longer one lies down and scrolls. */
const tallest = 6

/** The matrices a tensor is drawn as, in row-major order. Throws when shape and cells disagree. */
export const slicesOf = (tensor: ShownTensor): readonly Slice[] => {
  const count = tensor.shape.reduce((product, size) => product * size, 1)
  if (count !== tensor.cells.length) {
    throw new Error(`${tensor.name} has shape [${tensor.shape.join(', ')}] but ${tensor.cells.length} cells`)
  }
  const [height, width] = lastTwo(tensor.shape)
  const outer = tensor.shape.slice(0, -2)
  const size = height * width
  const slices = size === 0 ? 0 : count / size
  return Array.from({ length: slices }, (_, slice) => ({
    index: indexOf(slice, outer),
    rows: Array.from({ length: height }, (_row, row) =>
      tensor.cells.slice(slice * size + row * width, slice * size + (row + 1) * width),
    ),
  }))
}

const lastTwo = (shape: readonly number[]): readonly [number, number] => {
  if (shape.length === 0) return [1, 1]
  if (shape.length === 1) {
    const size = shape[0] ?? 0
    return size <= tallest ? [size, 1] : [1, size]
  }
  return [shape[shape.length - 2] ?? 0, shape[shape.length - 1] ?? 0]
}

const indexOf = (position: number, outer: readonly number[]): readonly number[] => {
  let left = position
  return [...outer]
    .reverse()
    .map((size) => {
      const here = left % size
      left = Math.floor(left / size)
      return here
    })
    .reverse()
}

/** Characters to leave free after a number so that decimal points of one column stand under each other. */
export const padAfterPoint = (cell: string, column: readonly string[]): number =>
  Math.max(...column.map(afterPoint)) - afterPoint(cell)

const afterPoint = (cell: string): number => {
  const point = cell.indexOf('.')
  return point < 0 ? 0 : cell.length - point
}
