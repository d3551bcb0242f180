import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { knownAxis, resolveAxis } from '../axes'
import type { Attributes, Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import type { Shape } from '../tensor'
import { joined, joinedOnDevice, parted } from './join'

const axisOf = (attributes: Attributes, shape: Shape) => knownAxis(integerOf(attributes, 'axis'), shape)

/** Tensors of one shape joined along a new axis; negative axes count from the end of the result's. */
export const stack: Op = {
  name: 'stack',
  parameters: [
    { name: 'parts', kind: 'tensors' },
    { name: 'axis', kind: 'integer', default: 0 },
  ],
  shape: (shapes, attributes) => {
    const first = shapes[0]
    if (first === undefined) return refuseShape('stack has nothing to join.', 'Give a list such as [a, b].')
    if (!shapes.every((shape) => shapeText(shape) === shapeText(first)))
      return refuseShape(
        `stack needs one shape for all, not ${shapes.map(shapeText).join(', ')}.`,
        'Reshape the parts, or use concat to join along an axis they have.',
      )
    const axis = resolveAxis('stack', integerOf(attributes, 'axis'), [...first, shapes.length])
    return axis.ok ? ok([...first.slice(0, axis.value), shapes.length, ...first.slice(axis.value)]) : axis
  },
  forward: (inputs, attributes, shape) => joined(inputs, axisOf(attributes, shape), shape),
  vjp: ({ inputs, upstream, attributes }) =>
    parted(
      upstream,
      axisOf(attributes, upstream.shape),
      inputs.map((input) => input.shape),
    ),
  vjpInOps: (lay, { inputs, output, upstream, attributes }) => {
    const shape = lay.shapeOf(output)
    const axis = axisOf(attributes, shape)
    return inputs.map((input, i) => () => {
      const starts = shape.map((_, at) => (at === axis ? i : 0))
      const sizes = shape.map((n, at) => (at === axis ? 1 : n))
      return lay.reshape(lay.slice(upstream, starts, sizes), lay.shapeOf(input))
    })
  },
  tensorflow: (tf, inputs, attributes, shape) => joinedOnDevice(tf, inputs, axisOf(attributes, shape), shape),
}
