import { ok } from '@/lib/core/result'
import { integersOf } from '../attributes'
import { aroundAxis, stridesOf } from '../axes'
import { inputAt } from '../elementwise'
import type { Op } from '../op'
import { rearrange } from '../rearrange'
import { refuseShape, shapeText } from '../refusal'
import { sizeOf } from '../tensor'

/** A box of a tensor: `starts` and `sizes` for every axis, starts counted from 0. */
export const slice: Op = {
  name: 'slice',
  written: 'index',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'starts', kind: 'integers' },
    { name: 'sizes', kind: 'integers' },
  ],
  shape: (shapes, attributes) => {
    const shape = inputAt(shapes, 0)
    const [starts, sizes] = [integersOf(attributes, 'starts'), integersOf(attributes, 'sizes')]
    const fits =
      starts.length === shape.length &&
      sizes.length === shape.length &&
      shape.every((n, axis) => {
        const [start, size] = [starts[axis] ?? 0, sizes[axis] ?? 0]
        return start >= 0 && size >= 1 && start + size <= n
      })
    return fits
      ? ok(sizes)
      : refuseShape(
          `A slice from ${shapeText(starts)} of ${shapeText(sizes)} elements does not lie in the shape ${shapeText(shape)}.`,
          'A slice must hold at least one element of each axis.',
        )
  },
  ...rearrange((from, attributes, to) => {
    const starts = integersOf(attributes, 'starts')
    const [strides, steps] = [stridesOf(from), stridesOf(to)]
    return Array.from({ length: sizeOf(to) }, (_, k) =>
      to.reduce((at, n, axis) => {
        const position = (Math.floor(k / (steps[axis] ?? 1)) % n) + (starts[axis] ?? 0)
        return at + position * (strides[axis] ?? 1)
      }, 0),
    )
  }),
  // One axis at a time, everything around it flattened: WebGL's slice stops at rank 5 and its way back, pad, at rank 4.
  vjpInOps: (lay, { inputs, upstream, attributes }) => [
    () => {
      const starts = integersOf(attributes, 'starts')
      const sizes = integersOf(attributes, 'sizes')
      return lay.shapeOf(inputAt(inputs, 0)).reduce((x, n, axis) => {
        const before = starts[axis] ?? 0
        return lay.widened(x, axis, before, n - before - (sizes[axis] ?? 1))
      }, upstream)
    },
  ],
  tensorflow: (tf, inputs, attributes, shape) => {
    const starts = integersOf(attributes, 'starts')
    let x = inputAt(inputs, 0)
    shape.forEach((n, axis) => {
      const [before, length, behind] = aroundAxis(x.shape, axis)
      if (n === length) return
      const cut = tf.slice(tf.reshape(x, [before, length, behind]), [0, starts[axis] ?? 0, 0], [before, n, behind])
      x = tf.reshape(cut, [...x.shape.slice(0, axis), n, ...x.shape.slice(axis + 1)])
    })
    return x
  },
}
