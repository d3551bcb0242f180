import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Op } from '../op'
import { rearrange } from '../rearrange'
import { refuseShape, shapeText } from '../refusal'
import { type Shape, sizeOf } from '../tensor'

const image = (shape: Shape): readonly [number, number, number] => [
  sizeOf(shape.slice(0, -2)),
  shape[shape.length - 2] ?? 1,
  shape[shape.length - 1] ?? 1,
]

/** p zeros on each side of the last two axes. */
export const pad: Op = {
  name: 'pad',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'p', kind: 'integer' },
  ],
  shape: (shapes, attributes) => {
    const shape = inputAt(shapes, 0)
    const p = integerOf(attributes, 'p')
    if (shape.length < 2)
      return refuseShape(
        `pad needs at least two axes, not the shape ${shapeText(shape)}.`,
        'Use concat with zeros for a vector.',
      )
    if (p < 0) return refuseShape(`pad cannot add ${p} zeros.`, 'Give 0 or more; use a slice such as x[1:3] to cut.')
    return ok(shape.map((n, axis) => (axis >= shape.length - 2 ? n + 2 * p : n)))
  },
  ...rearrange((from, attributes, to) => {
    const p = integerOf(attributes, 'p')
    const [, height, width] = image(from)
    const [, outHeight, outWidth] = image(to)
    return Array.from({ length: sizeOf(to) }, (_, k) => {
      const row = (Math.floor(k / outWidth) % outHeight) - p
      const column = (k % outWidth) - p
      const inside = row >= 0 && row < height && column >= 0 && column < width
      return inside ? (Math.floor(k / (outWidth * outHeight)) * height + row) * width + column : -1
    })
  }),
  vjpInOps: (lay, { inputs, upstream, attributes }) => [
    () => {
      const shape = lay.shapeOf(inputAt(inputs, 0))
      const p = integerOf(attributes, 'p')
      return lay.slice(
        upstream,
        shape.map((_, axis) => (axis >= shape.length - 2 ? p : 0)),
        shape,
      )
    },
  ],
  tensorflow: (tf, inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    const p = integerOf(attributes, 'p')
    const images = tf.reshape(x, [...image(x.shape)])
    return tf.reshape(
      tf.pad(images, [
        [0, 0],
        [p, p],
        [p, p],
      ]),
      [...shape],
    )
  },
}
