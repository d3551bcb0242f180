import { elementwise, one, tensors } from '../elementwise'

/** relu'(0) = 0, in TensorFlow.js too. */
export const relu = elementwise({
  name: 'relu',
  parameters: tensors('x'),
  value: (x) => Math.max(x, 0),
  partials: [(_, x) => (x > 0 ? 1 : 0)],
  slopes: [(lay, _, x) => lay.call('greater', x, lay.number(0))],
  tensorflow: one((tf, x) => tf.relu(x)),
  kink: (x) => Math.abs(x),
})
