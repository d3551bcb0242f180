import { elementwise, one, tensors } from '../elementwise'

export const log = elementwise({
  name: 'log',
  parameters: tensors('x'),
  value: (x) => Math.log(x),
  partials: [(_, x) => 1 / x],
  slopes: [(lay, _, x) => lay.over(lay.number(1), x)],
  tensorflow: one((tf, x) => tf.log(x)),
})
