import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import { knownAxis, resolveAxis } from '../axes'
import { inputAt } from '../elementwise'
import type { Attributes, Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import type { Shape } from '../tensor'
import { joined, joinedOnDevice, parted } from './join'

const axisOf = (attributes: Attributes, shape: Shape) => knownAxis(integerOf(attributes, 'axis'), shape)

/** Tensors laid side by side along an axis they all have. */
export const concat: Op = {
  name: 'concat',
  parameters: [
    { name: 'parts', kind: 'tensors' },
    { name: 'axis', kind: 'integer', default: 0 },
  ],
  shape: (shapes, attributes) => {
    const first = shapes[0]
    if (first === undefined) return refuseShape('concat has nothing to join.', 'Give a list such as [a, b].')
    const axis = resolveAxis('concat', integerOf(attributes, 'axis'), first)
    if (!axis.ok) return axis
    const fits = shapes.every(
      (shape) => shape.length === first.length && shape.every((n, i) => i === axis.value || n === first[i]),
    )
    if (!fits)
      return refuseShape(
        `concat along axis ${axis.value} cannot join the shapes ${shapes.map(shapeText).join(', ')}.`,
        'All other axes must agree; use stack to join along a new axis.',
      )
    const length = shapes.reduce((sum, shape) => sum + (shape[axis.value] ?? 1), 0)
    return ok(first.map((n, i) => (i === axis.value ? length : n)))
  },
  forward: (inputs, attributes, shape) => joined(inputs, axisOf(attributes, shape), shape),
  vjp: ({ inputs, upstream, attributes }) =>
    parted(
      upstream,
      axisOf(attributes, inputAt(inputs, 0).shape),
      inputs.map((input) => input.shape),
    ),
  vjpInOps: (lay, { inputs, output, upstream, attributes }) => {
    const axis = axisOf(attributes, lay.shapeOf(output))
    let before = 0
    return inputs.map((input) => {
      const shape = lay.shapeOf(input)
      const start = before
      before += shape[axis] ?? 1
      return () =>
        lay.slice(
          upstream,
          shape.map((_, at) => (at === axis ? start : 0)),
          shape,
        )
    })
  },
  tensorflow: (tf, inputs, attributes, shape) => joinedOnDevice(tf, inputs, axisOf(attributes, shape), shape),
}
