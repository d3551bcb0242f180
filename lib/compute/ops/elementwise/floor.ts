import { elementwise, one, tensors } from '../elementwise'
import { distanceFromWhole, snapToWhole } from '../whole-numbers'

export const floor = elementwise({
  name: 'floor',
  parameters: tensors('x'),
  value: (x) => Math.floor(x),
  partials: 'zero',
  tensorflow: one((tf, x) => tf.floor(snapToWhole(tf, x))),
  kink: distanceFromWhole,
})
