import { integerOf } from '../attributes'
import { inputAt } from '../elementwise'
import { indexOfLargest, leadOfLargest } from '../lanes/gaps'
import type { Op } from '../op'
import { largestOfRows } from '../reductions/max'
import { sizeOf, type Tensor } from '../tensor'
import type { Tf, TfTensor } from '../tf'
import { poolOf, poolParameters, poolShape, windowAt } from './pooling'

const pick = (x: Tensor, window: Int32Array): Float64Array => Float64Array.from(window, (at) => x.data[at] ?? 0)

/** [size * count, n], 1 where window pixel p at position i reads entry i * stride + p. */
const selection = (tf: Tf, n: number, count: number, size: number, stride: number): TfTensor =>
  tf.tensor(
    Array.from({ length: size * count * n }, (_, k) => {
      const row = Math.floor(k / n)
      return k % n === (row % count) * stride + Math.floor(row / count) ? 1 : 0
    }),
    [size * count, n],
    'float32',
  )

/** The largest of each window; of equals the first, row-major, takes the gradient. */
export const maxPool2d: Op = {
  name: 'max_pool2d',
  parameters: poolParameters,
  shape: poolShape('max_pool2d'),
  forward: (inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    const data = Float64Array.from({ length: sizeOf(shape) }, (_, k) => {
      const values = pick(x, windowAt(x.shape, shape, attributes, k))
      return values[indexOfLargest(values)] ?? 0
    })
    return { shape, data }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const x = inputAt(inputs, 0)
    const data = new Float64Array(x.data.length)
    upstream.data.forEach((dy, k) => {
      const window = windowAt(x.shape, upstream.shape, attributes, k)
      const at = window[indexOfLargest(pick(x, window))] ?? 0
      data[at] = (data[at] ?? 0) + dy
    })
    return [{ shape: x.shape, data }]
  },
  // TensorFlow.js's own kernel sends ties to the first pixel on the CPU and to the last on WebGL. Windows are therefore laid
  // out as rows, by two products with constant zeros and ones, and `max` decides.
  work: (_, attributes, shape) => sizeOf(shape) * integerOf(attributes, 'size') ** 2,
  tensorflow: (tf, inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    const [n = 1, c = 1, outH = 1, outW = 1] = shape
    const [, , h = 1, w = 1] = x.shape
    const { size, stride } = poolOf(attributes)
    const byColumn = tf.matMul(tf.reshape(x, [n * c * h, w]), selection(tf, w, outW, size, stride), false, true)
    const turned = tf.transpose(tf.reshape(byColumn, [n * c, h, size * outW]), [0, 2, 1])
    const byRow = tf.matMul(
      tf.reshape(turned, [n * c * size * outW, h]),
      selection(tf, h, outH, size, stride),
      false,
      true,
    )
    const windows = tf.transpose(tf.reshape(byRow, [n * c, size, outW, size, outH]), [0, 4, 2, 3, 1])
    return tf.reshape(largestOfRows(tf, tf.reshape(windows, [n * c * outH * outW, size * size])), [...shape])
  },
  kink: (inputs, attributes) => {
    const x = inputAt(inputs, 0)
    const shape = poolShape('max_pool2d')([x.shape], attributes)
    if (!shape.ok) throw new Error(shape.error.message)
    let nearest = Infinity
    for (let k = 0; k < sizeOf(shape.value); k++)
      nearest = Math.min(nearest, leadOfLargest(pick(x, windowAt(x.shape, shape.value, attributes, k))))
    return nearest
  },
}
