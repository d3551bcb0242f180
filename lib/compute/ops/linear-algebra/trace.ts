import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { scalar } from '../tensor'
import { identity, identityData } from './identity'

/** The sum of a square matrix's diagonal. */
export const trace: Op = {
  name: 'trace',
  parameters: tensors('x'),
  shape: (shapes) => {
    const shape = inputAt(shapes, 0)
    return shape.length === 2 && shape[0] === shape[1]
      ? ok([])
      : refuseShape(`trace needs a square matrix, not the shape ${shapeText(shape)}.`, 'Give a matrix such as [3, 3].')
  },
  forward: (inputs) => {
    const { shape, data } = inputAt(inputs, 0)
    const n = shape[0] ?? 1
    return scalar(data.reduce((sum, value, k) => (k % (n + 1) === 0 ? sum + value : sum), 0))
  },
  vjp: ({ inputs, upstream }) => {
    const { shape } = inputAt(inputs, 0)
    const n = shape[0] ?? 1
    return [{ shape, data: Float64Array.from(identityData(n, n), (value) => value * (upstream.data[0] ?? 0)) }]
  },
  vjpInOps: (lay, { inputs, upstream }) => [
    () => lay.times(upstream, lay.op('eye', [], { n: lay.shapeOf(inputAt(inputs, 0))[0] ?? 1 })),
  ],
  tensorflow: (tf, inputs) => {
    const x = inputAt(inputs, 0)
    return tf.sum(tf.mul(x, identity(tf, x.shape[0] ?? 1)))
  },
}
