import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'

/** Every element of one vector times every element of another: `[m]` and `[n]` make `[m, n]`. */
export const outer: Op = {
  name: 'outer',
  parameters: tensors('a', 'b'),
  shape: (shapes) => {
    const [a, b] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    return a.length === 1 && b.length === 1
      ? ok([...a, ...b])
      : refuseShape(
          `outer needs two vectors, not the shapes ${shapeText(a)} and ${shapeText(b)}.`,
          'Reshape them to vectors first.',
        )
  },
  forward: (inputs, _, shape) => {
    const [a, b] = [inputAt(inputs, 0).data, inputAt(inputs, 1).data]
    const n = b.length
    return {
      shape,
      data: Float64Array.from({ length: a.length * n }, (_, k) => (a[Math.floor(k / n)] ?? 0) * (b[k % n] ?? 0)),
    }
  },
  vjp: ({ inputs, upstream }) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [da, db] = [new Float64Array(a.data.length), new Float64Array(b.data.length)]
    upstream.data.forEach((dy, k) => {
      const [i, j] = [Math.floor(k / db.length), k % db.length]
      da[i] = (da[i] ?? 0) + dy * (b.data[j] ?? 0)
      db[j] = (db[j] ?? 0) + dy * (a.data[i] ?? 0)
    })
    return [
      { shape: a.shape, data: da },
      { shape: b.shape, data: db },
    ]
  },
  vjpInOps: (lay, { inputs: [a = 0, b = 0], upstream }) => [
    () => lay.call('matmul', upstream, b),
    () => lay.call('matmul', a, upstream),
  ],
  tensorflow: (tf, inputs) => tf.mul(tf.reshape(inputAt(inputs, 0), [-1, 1]), tf.reshape(inputAt(inputs, 1), [1, -1])),
}
