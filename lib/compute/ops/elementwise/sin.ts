import { elementwise, one, tensors } from '../elementwise'

export const sin = elementwise({
  name: 'sin',
  parameters: tensors('x'),
  value: (x) => Math.sin(x),
  partials: [(_, x) => Math.cos(x)],
  slopes: [(lay, _, x) => lay.call('cos', x)],
  tensorflow: one((tf, x) => tf.sin(x)),
  webglTolerance: 5e-4,
})
