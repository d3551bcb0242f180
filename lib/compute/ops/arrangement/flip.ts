import { ok } from '@/lib/core/result'
import { optionalIntegersOf } from '../attributes'
import { aroundAxis, knownAxes, resolveAxes, stridesOf } from '../axes'
import { inputAt } from '../elementwise'
import type { Op } from '../op'
import { rearrange } from '../rearrange'
import { sizeOf } from '../tensor'

/** Elements in reverse order along the axes named, along all without one. */
export const flip: Op = {
  name: 'flip',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'axis', kind: 'axes', default: null },
  ],
  shape: (shapes, attributes) => {
    const shape = inputAt(shapes, 0)
    const axes = resolveAxes('flip', optionalIntegersOf(attributes, 'axis'), shape)
    return axes.ok ? ok(shape) : axes
  },
  ...rearrange((shape, attributes) => {
    const axes = knownAxes(optionalIntegersOf(attributes, 'axis'), shape)
    const strides = stridesOf(shape)
    return Array.from({ length: sizeOf(shape) }, (_, k) =>
      axes.reduce((at, axis) => {
        const [n, stride] = [shape[axis] ?? 1, strides[axis] ?? 1]
        return at + (n - 1 - 2 * (Math.floor(k / stride) % n)) * stride
      }, k),
    )
  }),
  vjpInOps: (lay, { upstream, attributes }) => [() => lay.op('flip', [upstream], attributes)],
  tensorflow: (tf, inputs, attributes, shape) => {
    const x = inputAt(inputs, 0)
    return knownAxes(optionalIntegersOf(attributes, 'axis'), shape).reduce(
      (flipped, axis) => tf.reshape(tf.reverse(tf.reshape(flipped, [...aroundAxis(shape, axis)]), 1), [...shape]),
      x,
    )
  },
}
