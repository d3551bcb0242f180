import { elementwise, one, tensors } from '../elementwise'
import { distanceFromWhole, snapToWhole } from '../whole-numbers'

export const ceil = elementwise({
  name: 'ceil',
  parameters: tensors('x'),
  value: (x) => Math.ceil(x),
  partials: 'zero',
  tensorflow: one((tf, x) => tf.ceil(snapToWhole(tf, x))),
  kink: distanceFromWhole,
})
