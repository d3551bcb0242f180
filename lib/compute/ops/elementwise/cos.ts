import { elementwise, one, tensors } from '../elementwise'

export const cos = elementwise({
  name: 'cos',
  parameters: tensors('x'),
  value: (x) => Math.cos(x),
  partials: [(_, x) => -Math.sin(x)],
  slopes: [(lay, _, x) => lay.call('negate', lay.call('sin', x))],
  tensorflow: one((tf, x) => tf.cos(x)),
  webglTolerance: 5e-4,
})
