import { ok, type Result } from '@/lib/core/result'
import { stridesOf } from './axes'
import type { ShapeRefusal } from './op'
import { refuseShape, shapeText } from './refusal'
import { type Shape, sizeOf } from './tensor'

const pair = (a: Shape, b: Shape): Shape | null => {
  const rank = Math.max(a.length, b.length)
  const out: number[] = []
  for (let axis = 0; axis < rank; axis++) {
    const m = a[axis - rank + a.length] ?? 1
    const n = b[axis - rank + b.length] ?? 1
    if (m !== n && m !== 1 && n !== 1) return null
    out.push(Math.max(m, n))
  }
  return out
}

/** The common shape by NumPy's rule: aligned at the last axis, equal or 1. */
export const broadcastShapes = (op: string, shapes: readonly Shape[]): Result<Shape, ShapeRefusal> => {
  let out: Shape = []
  for (const shape of shapes) {
    const next = pair(out, shape)
    if (next === null)
      return refuseShape(
        `${op} cannot combine the shapes ${shapes.map(shapeText).join(' and ')}.`,
        'Counted from the last axis, dimensions must be equal or 1; reshape one of them.',
      )
    out = next
  }
  return ok(out)
}

/** Where each element of `to` finds its value in a tensor of shape `from`; null where they are the same place. */
export const broadcastOrder = (from: Shape, to: Shape): Int32Array | null => {
  if (from.length === to.length && from.every((n, axis) => n === to[axis])) return null
  const order = new Int32Array(sizeOf(to))
  const strides = stridesOf(from)
  const lead = to.length - from.length
  const steps = to.map((_, axis) => ((from[axis - lead] ?? 1) === 1 ? 0 : (strides[axis - lead] ?? 0)))
  const toStrides = stridesOf(to)
  for (let k = 0; k < order.length; k++) {
    let left = k
    let at = 0
    for (let axis = 0; axis < to.length; axis++) {
      const stride = toStrides[axis] ?? 1
      const position = Math.floor(left / stride)
      left -= position * stride
      at += position * (steps[axis] ?? 0)
    }
    order[k] = at
  }
  return order
}
