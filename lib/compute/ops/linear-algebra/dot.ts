import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { scalar } from '../tensor'

/** The inner product of two vectors. */
export const dot: Op = {
  name: 'dot',
  parameters: tensors('a', 'b'),
  shape: (shapes) => {
    const [a, b] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    return a.length === 1 && b.length === 1 && a[0] === b[0]
      ? ok([])
      : refuseShape(
          `dot needs two vectors of one length, not the shapes ${shapeText(a)} and ${shapeText(b)}.`,
          'Use @ for matrices, or reshape to vectors.',
        )
  },
  forward: (inputs) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    return scalar(a.data.reduce((sum, value, i) => sum + value * (b.data[i] ?? 0), 0))
  },
  vjp: ({ inputs, upstream }) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const dy = upstream.data[0] ?? 0
    return [
      { shape: a.shape, data: b.data.map((value) => dy * value) },
      { shape: b.shape, data: a.data.map((value) => dy * value) },
    ]
  },
  vjpInOps: (lay, { inputs: [a = 0, b = 0], upstream }) => [() => lay.times(upstream, b), () => lay.times(upstream, a)],
  tensorflow: (tf, inputs) => tf.sum(tf.mul(inputAt(inputs, 0), inputAt(inputs, 1))),
}
