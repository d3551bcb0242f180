import { withGradient } from '../custom-gradient'
import { elementwise, one, tensors } from '../elementwise'

/** abs'(0) = 0; TensorFlow.js says -1 there. */
export const abs = elementwise({
  name: 'abs',
  parameters: tensors('x'),
  value: (x) => Math.abs(x),
  partials: [(_, x) => Math.sign(x)],
  slopes: [(lay, _, x) => lay.call('sign', x)],
  tensorflow: one((tf, x) =>
    withGradient(
      tf,
      [x],
      () => tf.abs(x),
      (dy, [x]) => [tf.mul(dy, tf.sign(x))],
    ),
  ),
  kink: (x) => Math.abs(x),
})
