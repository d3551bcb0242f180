import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { rearrange } from '../rearrange'
import { refuseShape, shapeText } from '../refusal'
import { identity } from './identity'

/** A vector as a diagonal matrix, or a matrix's main diagonal as a vector. */
export const diag: Op = {
  name: 'diag',
  parameters: tensors('x'),
  shape: (shapes) => {
    const shape = inputAt(shapes, 0)
    const [m = 1, n = m] = shape
    if (shape.length === 1) return ok([m, m])
    if (shape.length === 2) return ok([Math.min(m, n)])
    return refuseShape(
      `diag needs a vector or a matrix, not the shape ${shapeText(shape)}.`,
      'Index or reshape it first.',
    )
  },
  ...rearrange((from, _, to) => {
    const [m = 1, n = m] = from
    if (from.length === 2) return Array.from({ length: Math.min(m, n) }, (_, i) => i * n + i)
    const side = to[0] ?? 1
    return Array.from({ length: side * side }, (_, k) => (k % (side + 1) === 0 ? Math.floor(k / side) : -1))
  }),
  vjpInOps: (lay, { inputs, upstream }) => [
    () => {
      const [m = 1, n] = lay.shapeOf(inputAt(inputs, 0))
      const diagonal = lay.call('diag', upstream)
      if (n === undefined) return diagonal
      const kept = Math.min(m, n)
      return lay.widened(lay.widened(diagonal, 0, 0, m - kept), 1, 0, n - kept)
    },
  ],
  tensorflow: (tf, inputs, _, shape) => {
    const x = inputAt(inputs, 0)
    const [m = 1, n = m] = x.shape
    if (x.shape.length === 1) return tf.mul(tf.reshape(x, [m, 1]), identity(tf, m))
    const kept = shape[0] ?? 1
    return tf.sum(tf.mul(tf.slice(x, [0, 0], [kept, kept]), identity(tf, Math.min(m, n))), 1)
  },
}
