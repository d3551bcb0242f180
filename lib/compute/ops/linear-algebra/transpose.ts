import { ok } from '@/lib/core/result'
import { optionalIntegersOf } from '../attributes'
import { resolveAxes, transposedOrder } from '../axes'
import { inputAt } from '../elementwise'
import type { Attributes, Op } from '../op'
import { rearrange } from '../rearrange'
import { refuseShape, shapeText } from '../refusal'
import type { Shape } from '../tensor'

const permutationOf = (attributes: Attributes, shape: Shape): readonly number[] => {
  const given = optionalIntegersOf(attributes, 'perm')
  if (given === null) return shape.map((_, axis) => shape.length - 1 - axis)
  return given.map((axis) => (axis < 0 ? axis + shape.length : axis))
}

/** Reverses all axes, or puts them in the order `perm` names. */
export const transpose: Op = {
  name: 'transpose',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'perm', kind: 'integers', default: null },
  ],
  shape: (shapes, attributes) => {
    const shape = inputAt(shapes, 0)
    const permutation = optionalIntegersOf(attributes, 'perm')
    if (permutation !== null) {
      const axes = resolveAxes('transpose', permutation, shape)
      if (!axes.ok) return axes
      if (axes.value.length !== shape.length)
        return refuseShape(
          `transpose of the shape ${shapeText(shape)} needs ${shape.length} axes in perm, not ${permutation.length}.`,
          'Name every axis once, e.g. perm=[0, 2, 1].',
        )
    }
    return ok(permutationOf(attributes, shape).map((axis) => shape[axis] ?? 1))
  },
  ...rearrange((from, attributes) => transposedOrder(from, permutationOf(attributes, from))),
  vjpInOps: (lay, { inputs, upstream, attributes }) => [
    () => {
      const permutation = permutationOf(attributes, lay.shapeOf(inputAt(inputs, 0)))
      return lay.transpose(
        upstream,
        permutation.map((_, axis) => permutation.indexOf(axis)),
      )
    },
  ],
  tensorflow: (tf, inputs, attributes) => {
    const x = inputAt(inputs, 0)
    return tf.transpose(x, [...permutationOf(attributes, x.shape)])
  },
}
