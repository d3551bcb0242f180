import { ok } from '@/lib/core/result'
import { integersOf } from '../attributes'
import { inputAt } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { sizeOf } from '../tensor'

/** The same elements in another shape; one entry may be -1 and takes what is left. */
export const reshape: Op = {
  name: 'reshape',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'shape', kind: 'integers' },
  ],
  shape: (shapes, attributes) => {
    const from = inputAt(shapes, 0)
    const wanted = integersOf(attributes, 'shape')
    const known = sizeOf(wanted.filter((n) => n !== -1))
    const to = wanted.map((n) => (n === -1 ? sizeOf(from) / known : n))
    const fits =
      wanted.filter((n) => n === -1).length <= 1 &&
      to.every((n) => Number.isInteger(n) && n >= 1) &&
      sizeOf(to) === sizeOf(from)
    return fits
      ? ok(to)
      : refuseShape(
          `reshape cannot turn the shape ${shapeText(from)} into ${shapeText(wanted)}.`,
          `Both must hold ${sizeOf(from)} elements; one entry may be -1.`,
        )
  },
  forward: (inputs, _, shape) => ({ shape, data: inputAt(inputs, 0).data }),
  vjp: ({ inputs, upstream }) => [{ shape: inputAt(inputs, 0).shape, data: upstream.data }],
  vjpInOps: (lay, { inputs, upstream }) => [() => lay.reshape(upstream, lay.shapeOf(inputAt(inputs, 0)))],
  tensorflow: (tf, inputs, _, shape) => tf.reshape(inputAt(inputs, 0), [...shape]),
}
