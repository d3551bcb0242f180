import { mask, withGradient } from '../custom-gradient'
import { elementwise, two } from '../elementwise'

/** Its derivative at 0 is alpha. TensorFlow.js's own has no alpha. */
export const elu = elementwise({
  name: 'elu',
  parameters: [
    { name: 'x', kind: 'tensor' },
    { name: 'alpha', kind: 'tensor', default: 1 },
  ],
  value: (x, alpha) => (x > 0 ? x : alpha * Math.expm1(x)),
  partials: [(_, x, alpha) => (x > 0 ? 1 : alpha * Math.exp(x)), (_, x) => (x > 0 ? 0 : Math.expm1(x))],
  slopes: [
    (lay, _, x, alpha) => {
      const decay = lay.call('exp', lay.call('minimum', x, lay.number(0)))
      return lay.call('where', lay.call('greater', x, lay.number(0)), lay.number(1), lay.times(alpha, decay))
    },
    (lay, _, x) => lay.minus(lay.call('exp', lay.call('minimum', x, lay.number(0))), lay.number(1)),
  ],
  tensorflow: two((tf, x, alpha) =>
    withGradient(
      tf,
      [x, alpha],
      () => tf.add(tf.relu(x), tf.mul(alpha, tf.sub(tf.exp(tf.minimum(x, 0)), 1))),
      (dy, [x, alpha]) => {
        const active = mask(tf, tf.greater(x, 0))
        const resting = tf.sub(1, active)
        const decay = tf.exp(tf.minimum(x, 0))
        return [
          tf.mul(dy, tf.add(active, tf.mul(tf.mul(resting, alpha), decay))),
          tf.mul(dy, tf.mul(resting, tf.sub(decay, 1))),
        ]
      },
    ),
  ),
  kink: (x, alpha) => (alpha === 1 ? Infinity : Math.abs(x)),
})
