import { integerOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Op } from '../op'
import { sizeOf } from '../tensor'
import { channelsFirst, channelsLast } from './channels-last'
import { poolOf, poolParameters, poolShape, windowAt } from './pooling'
import { imagesBack } from './way-back'

/** The mean of each window. */
export const avgPool2d: Op = {
  name: 'avg_pool2d',
  parameters: poolParameters,
  shape: poolShape('avg_pool2d'),
  forward: (inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    const data = Float64Array.from({ length: sizeOf(shape) }, (_, k) => {
      const window = windowAt(x.shape, shape, attributes, k)
      return window.reduce((sum, at) => sum + (x.data[at] ?? 0), 0) / window.length
    })
    return { shape, data }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const x = inputAt(inputs, 0)
    const data = new Float64Array(x.data.length)
    upstream.data.forEach((dy, k) => {
      const window = windowAt(x.shape, upstream.shape, attributes, k)
      for (const at of window) data[at] = (data[at] ?? 0) + dy / window.length
    })
    return [{ shape: x.shape, data }]
  },
  work: (_, attributes, shape) => sizeOf(shape) * integerOf(attributes, 'size') ** 2,
  vjpInOps: (lay, { inputs, upstream, attributes }) => [
    () => {
      const shape = lay.shapeOf(inputAt(inputs, 0))
      const { size, stride } = poolOf(attributes)
      const [n = 1, c = 1, h = 1, w = 1] = lay.shapeOf(upstream)
      const one = lay.reshape(upstream, [n * c, 1, h, w])
      const shares = lay.filled([1, 1, size, size], 1 / size ** 2)
      const spread = imagesBack(lay, one, shares, [n * c, 1, shape[2] ?? 1, shape[3] ?? 1], stride, 0)
      return lay.reshape(spread, shape)
    },
  ],
  tensorflow: (tf, inputs, attributes) => {
    const { size, stride } = poolOf(attributes)
    return channelsFirst(tf, tf.avgPool(channelsLast(tf, inputAt(inputs, 0)), size, stride, 'valid'))
  },
}
