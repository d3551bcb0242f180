import { ok } from '@/lib/core/result'
import { withGradient } from '../custom-gradient'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { solveColumns, solveRefined } from './gauss-jordan'
import { identity, identityData } from './identity'
import { transposedData } from './transposed'

/** The inverse of a square matrix. */
export const inverse: Op = {
  name: 'inverse',
  parameters: tensors('x'),
  shape: (shapes) => {
    const shape = inputAt(shapes, 0)
    return shape.length === 2 && shape[0] === shape[1]
      ? ok(shape)
      : refuseShape(
          `inverse needs a square matrix, not the shape ${shapeText(shape)}.`,
          'Give a matrix such as [3, 3].',
        )
  },
  forward: (inputs, _, shape) => {
    const n = shape[0] ?? 1
    return {
      shape,
      data: solveColumns('inverse', inputAt(inputs, 0).data, Float64Array.from(identityData(n, n)), n, n),
    }
  },
  // With y the inverse: dx = -y' dy y'.
  vjp: ({ output, upstream }) => {
    const n = output.shape[0] ?? 1
    const product = (left: Float64Array, right: Float64Array) =>
      Float64Array.from({ length: n * n }, (_, k) => {
        let sum = 0
        for (let l = 0; l < n; l++) sum += (left[Math.floor(k / n) * n + l] ?? 0) * (right[l * n + (k % n)] ?? 0)
        return sum
      })
    const turned = transposedData(output.data, n, n)
    return [{ shape: output.shape, data: product(product(turned, upstream.data), turned).map((value) => -value) }]
  },
  work: ([x = []]) => 4 * (x[0] ?? 1) ** 3,
  vjpInOps: (lay, { output, upstream }) => [
    () => {
      const turned = lay.turned(output)
      return lay.call('negate', lay.call('matmul', lay.call('matmul', turned, upstream), turned))
    },
  ],
  tensorflow: (tf, inputs) => {
    const x = inputAt(inputs, 0)
    return withGradient(
      tf,
      [x],
      () => solveRefined(tf, x, identity(tf, x.shape[0] ?? 1)),
      (dy, _, y) => {
        const turned = tf.transpose(y)
        return [tf.neg(tf.matMul(tf.matMul(turned, dy), turned))]
      },
    )
  },
}
