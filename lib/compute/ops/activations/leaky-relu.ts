import { mask, withGradient } from '../custom-gradient'
import { elementwise, two } from '../elementwise'

/** Its derivative at 0 is alpha. */
export const leakyRelu = elementwise({
  name: 'leaky_relu',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'alpha', kind: 'tensor', default: 0.01 },
  ],
  value: (x, alpha) => (x > 0 ? x : alpha * x),
  partials: [(_, x, alpha) => (x > 0 ? 1 : alpha), (_, x) => Math.min(x, 0)],
  slopes: [
    (lay, _, x, alpha) => lay.call('where', lay.call('greater', x, lay.number(0)), lay.number(1), alpha),
    (lay, _, x) => lay.call('minimum', x, lay.number(0)),
  ],
  tensorflow: two((tf, x, alpha) =>
    withGradient(
      tf,
      [x, alpha],
      () => tf.sub(tf.relu(x), tf.mul(alpha, tf.relu(tf.neg(x)))),
      (dy, [x, alpha]) => {
        const active = mask(tf, tf.greater(x, 0))
        const resting = tf.sub(1, active)
        return [tf.mul(dy, tf.add(active, tf.mul(resting, alpha))), tf.mul(dy, tf.mul(resting, x))]
      },
    ),
  ),
  kink: (x, alpha) => (alpha === 1 ? Infinity : Math.abs(x)),
})
