import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { aroundAxis, knownAxis, resolveAxis } from '../axes'
import { mask, withoutGradient } from '../custom-gradient'
import { inputAt } from '../elementwise'
import { countingRow } from '../lanes/extremes'
import { meeting } from '../lanes/pairs'
import { positionsOf, positionsOnDevice } from '../lanes/positions'
import type { Attributes, Op } from '../op'
import { type Shape, sizeOf, type Tensor } from '../tensor'

const axisOf = (attributes: Attributes, shape: Shape) => knownAxis(integerOf(attributes, 'axis'), shape)

/** Where each element of the result lies in x. */
const sources = (x: Shape, index: Tensor, axis: number): Int32Array => {
  const [before, n, behind] = aroundAxis(x, axis)
  const positions = positionsOf('An index', index, n)
  const from = new Int32Array(before * positions.length * behind)
  let to = 0
  for (let block = 0; block < before; block++)
    for (const position of positions)
      for (let rest = 0; rest < behind; rest++) from[to++] = (block * n + position) * behind + rest
  return from
}

/** Entries of one axis picked by index; the index's shape takes the axis's place. */
export const gather: Op = {
  name: 'gather',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'i', kind: 'tensor' },
    { name: 'axis', kind: 'integer', default: 0 },
  ],
  shape: (shapes, attributes) => {
    const [x, index] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    const axis = resolveAxis('gather', integerOf(attributes, 'axis'), x)
    return axis.ok ? ok([...x.slice(0, axis.value), ...index, ...x.slice(axis.value + 1)]) : axis
  },
  forward: (inputs, attributes, shape) => {
    const [x, index] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const from = sources(x.shape, index, axisOf(attributes, x.shape))
    return { shape, data: Float64Array.from(from, (at) => x.data[at] ?? 0) }
  },
  vjp: ({ inputs, upstream, attributes }) => {
    const [x, index] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const data = new Float64Array(x.data.length)
    sources(x.shape, index, axisOf(attributes, x.shape)).forEach((at, k) => {
      data[at] = (data[at] ?? 0) + (upstream.data[k] ?? 0)
    })
    return [{ shape: x.shape, data }, null]
  },
  // A product with one-hot rows: its way back adds up repeated indices in few kernels, and is the same on both backends.
  vjpInOps: (lay, { inputs: [x = 0, index = 0], upstream, attributes }) => [
    () => {
      const [before, n, behind] = aroundAxis(lay.shapeOf(x), axisOf(attributes, lay.shapeOf(x)))
      const size = sizeOf(lay.shapeOf(index))
      const rows = lay.transpose(lay.reshape(upstream, [before, size, behind]), [1, 0, 2])
      const picks = lay.turned(lay.op('onehot', [lay.reshape(index, [size])], { n }))
      const sums = lay.call('matmul', picks, lay.reshape(rows, [size, before * behind]))
      return lay.reshape(lay.transpose(lay.reshape(sums, [n, before, behind]), [1, 0, 2]), lay.shapeOf(x))
    },
    null,
  ],
  tensorflow: (tf, inputs, attributes, shape) => {
    const [x, index] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [before, n, behind] = aroundAxis(x.shape, axisOf(attributes, x.shape))
    const size = sizeOf(index.shape)
    const picks = withoutGradient(tf, [index], () => {
      const column = tf.reshape(positionsOnDevice(tf, index, n), [1, size, 1])
      const [wanted, place] = meeting(tf, column, tf.reshape(countingRow(tf, n), [1, 1, n]))
      return tf.reshape(mask(tf, tf.equal(wanted, place)), [size, n])
    })
    const entries = tf.reshape(tf.transpose(tf.reshape(x, [before, n, behind]), [1, 0, 2]), [n, before * behind])
    const picked = tf.reshape(tf.matMul(picks, entries), [size, before, behind])
    return tf.reshape(tf.transpose(picked, [1, 0, 2]), [...shape])
  },
}
