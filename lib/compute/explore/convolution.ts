import { tensor } from '../ops/tensor'
import { asksOf, readOwn } from './run-text'

export interface Layout {
  /** Side of the input. */
  readonly size: number
  /** Side of the filter. */
  readonly filter: number
  readonly stride: number
  readonly padding: number
}

export interface Convolved {
  /** Rows of the padded input. */
  readonly padded: readonly (readonly number[])[]
  readonly weights: readonly (readonly number[])[]
  readonly output: readonly (readonly number[])[]
  /** Rows and columns of the padded input at its far end that no window reaches. */
  readonly unused: number
}

/** A few small whole numbers that repeat, so that every product can be checked by eye. */
const pattern = (rows: number, numbers: readonly number[]): readonly number[] =>
  Array.from({ length: rows * rows }, (_, i) => numbers[(i * i + 3 * i) % numbers.length] ?? 0)

const rowsOf = (data: ArrayLike<number>, width: number): readonly (readonly number[])[] =>
  Array.from({ length: data.length / width }, (_, row) => Array.from(data).slice(row * width, (row + 1) * width))

/** One channel convolved by one filter; null where the filter is larger than the padded input. */
export const convolve = ({ size, filter, stride, padding }: Layout): Convolved | null => {
  const side = size + 2 * padding
  if (filter > side) return null
  const program = readOwn(`
given:
  x: { shape: [1, 1, ${size}, ${size}], integer: [-9, 9] }
  w: { shape: [1, 1, ${filter}, ${filter}], integer: [-9, 9] }
steps:
  padded: pad(x, ${padding})
  y: conv2d(x, w, stride=${stride}, pad=${padding})
ask: [{ value: y }, { value: padded }]
`)
  const weights = pattern(filter, [1, 0, -1, 2, 1, 0, -2])
  const found = asksOf(program, {
    x: tensor([1, 1, size, size], pattern(size, [1, 2, 0, 3, 1, 4, 0, 2, 1, 3, 0])),
    w: tensor([1, 1, filter, filter], weights),
  })
  const output = found?.get('y')
  const padded = found?.get('padded')
  if (output === undefined || padded === undefined) throw new Error('the convolution explorer left its range')
  return {
    padded: rowsOf(padded.data, side),
    weights: rowsOf(weights, filter),
    output: rowsOf(output.data, output.shape.at(-1) ?? 1),
    unused: (side - filter) % stride,
  }
}
