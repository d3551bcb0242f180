import { movedLast, transposedOrder } from '../axes'
import { type Shape, sizeOf } from '../tensor'
import type { Tf, TfTensor } from '../tf'

/** A tensor read as lanes: the elements that differ in some axes only, in row-major order of these axes. */
export interface Lanes {
  readonly count: number
  readonly length: number
  /** Flat index of element k of a lane. */
  readonly place: (lane: number, k: number) => number
}

export const lanesOf = (shape: Shape, axes: readonly number[]): Lanes => {
  const length = sizeOf(axes.map((axis) => shape[axis] ?? 1))
  const count = sizeOf(shape) / length
  if (isTrailing(shape, axes)) return { count, length, place: (lane, k) => lane * length + k }
  const order = transposedOrder(shape, movedLast(shape.length, axes))
  return { count, length, place: (lane, k) => order[lane * length + k] ?? 0 }
}

const isTrailing = (shape: Shape, axes: readonly number[]): boolean =>
  axes.every((axis, i) => axis === shape.length - axes.length + i)

export const laneAt = ({ length, place }: Lanes, lane: number, data: Float64Array): Float64Array => {
  const values = new Float64Array(length)
  for (let k = 0; k < length; k++) values[k] = data[place(lane, k)] ?? 0
  return values
}

export const writeLane = (
  { length, place }: Lanes,
  lane: number,
  values: ArrayLike<number>,
  into: Float64Array,
): void => {
  for (let k = 0; k < length; k++) into[place(lane, k)] = values[k] ?? 0
}

/** The same reading in TensorFlow.js: a matrix with one lane a row. */
export const toLanes = (tf: Tf, x: TfTensor, axes: readonly number[]): TfTensor => {
  const length = sizeOf(axes.map((axis) => x.shape[axis] ?? 1))
  const moved = isTrailing(x.shape, axes) ? x : tf.transpose(x, [...movedLast(x.shape.length, axes)])
  return tf.reshape(moved, [x.size / length, length])
}

/** Undoes `toLanes` for a matrix of the same size. */
export const fromLanes = (tf: Tf, lanes: TfTensor, axes: readonly number[], shape: Shape): TfTensor => {
  if (isTrailing(shape, axes)) return tf.reshape(lanes, [...shape])
  const permutation = movedLast(shape.length, axes)
  const moved = tf.reshape(
    lanes,
    permutation.map((axis) => shape[axis] ?? 1),
  )
  return tf.transpose(
    moved,
    shape.map((_, axis) => permutation.indexOf(axis)),
  )
}
