import { ok, type Result } from '@/lib/core/result'
import type { ShapeRefusal } from './op'
import { refuseShape, shapeText } from './refusal'
import { type Shape, sizeOf } from './tensor'

const axisRange = (rank: number) => (rank === 0 ? 'a scalar has no axes' : `axes run from ${-rank} to ${rank - 1}`)

/** An axis counted from 0; negative ones count from the end. */
export const resolveAxis = (op: string, axis: number, shape: Shape): Result<number, ShapeRefusal> =>
  Number.isInteger(axis) && axis >= -shape.length && axis < shape.length
    ? ok(axis < 0 ? axis + shape.length : axis)
    : refuseShape(
        `${op} has no axis ${axis} in the shape ${shapeText(shape)}.`,
        `For this shape ${axisRange(shape.length)}.`,
      )

/** Distinct axes in ascending order; all of them for null. */
export const resolveAxes = (
  op: string,
  axes: readonly number[] | null,
  shape: Shape,
): Result<readonly number[], ShapeRefusal> => {
  if (axes === null) return ok(shape.map((_, axis) => axis))
  const found: number[] = []
  for (const axis of axes) {
    const resolved = resolveAxis(op, axis, shape)
    if (!resolved.ok) return resolved
    if (found.includes(resolved.value))
      return refuseShape(`${op} names axis ${axis} of the shape ${shapeText(shape)} twice.`, 'Name each axis once.')
    found.push(resolved.value)
  }
  return ok(found.sort((a, b) => a - b))
}

/** The axes of a call whose shape rule has already accepted them. */
export const knownAxes = (axes: readonly number[] | null, shape: Shape): readonly number[] => {
  const resolved = resolveAxes('', axes, shape)
  if (!resolved.ok) throw new Error(resolved.error.message)
  return resolved.value
}

export const knownAxis = (axis: number, shape: Shape): number => {
  const resolved = resolveAxis('', axis, shape)
  if (!resolved.ok) throw new Error(resolved.error.message)
  return resolved.value
}

/** Elements a step along each axis skips. */
export const stridesOf = (shape: Shape): readonly number[] => {
  const strides = shape.map(() => 1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1)
  return strides
}

/** For each element of the transposed tensor, in its row-major order, where it lies in the original. */
export const transposedOrder = (shape: Shape, permutation: readonly number[]): Int32Array => {
  const strides = stridesOf(shape)
  const dims = permutation.map((axis) => shape[axis] ?? 1)
  const steps = permutation.map((axis) => strides[axis] ?? 1)
  const order = new Int32Array(sizeOf(shape))
  const position = dims.map(() => 0)
  let from = 0
  for (let to = 0; to < order.length; to++) {
    order[to] = from
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      const next = (position[axis] ?? 0) + 1
      from += steps[axis] ?? 0
      if (next < (dims[axis] ?? 1)) {
        position[axis] = next
        break
      }
      from -= next * (steps[axis] ?? 0)
      position[axis] = 0
    }
  }
  return order
}

/** The permutation that moves `axes` behind all others, both groups in their order. */
export const movedLast = (rank: number, axes: readonly number[]): readonly number[] => {
  const others = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !axes.includes(axis))
  return [...others, ...axes]
}

/** The three dimensions before, at and behind one axis, everything around it flattened. */
export const aroundAxis = (shape: Shape, axis: number): readonly [number, number, number] => [
  sizeOf(shape.slice(0, axis)),
  shape[axis] ?? 1,
  sizeOf(shape.slice(axis + 1)),
]
