import { elementwise, one, tensors } from '../elementwise'

export const negate = elementwise({
  name: 'negate',
  written: 'infix',
  parameters: tensors('x'),
  value: (x) => -x,
  partials: [() => -1],
  slopes: [(lay) => lay.number(-1)],
  tensorflow: one((tf, x) => tf.neg(x)),
})
