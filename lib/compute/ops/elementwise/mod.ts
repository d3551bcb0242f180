import { withGradient } from '../custom-gradient'
import { elementwise, tensors, two } from '../elementwise'
import type { Tf, TfTensor } from '../tf'

const modulo = (a: number, b: number): number => {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
}

/** Rounding the quotient first, then moving the rest to the divisor's side, survives inexact GPU division: 6 mod 3 stays 0. */
const remainder = (tf: Tf, a: TfTensor, b: TfTensor): TfTensor => {
  const rest = tf.sub(a, tf.mul(tf.round(tf.div(a, b)), b))
  const other = tf.cast(tf.less(tf.mul(rest, b), 0), 'float32')
  return tf.add(rest, tf.mul(other, b))
}

/** The rest of a / b with the divisor's sign. */
export const mod = elementwise({
  name: 'mod',
  parameters: tensors('a', 'b'),
  value: modulo,
  partials: [() => 1, (y, a, b) => -Math.round((a - y) / b)],
  slopes: [
    (lay) => lay.number(1),
    (lay, y, a, b) => lay.call('negate', lay.call('round', lay.over(lay.minus(a, y), b))),
  ],
  tensorflow: two((tf, a, b) =>
    withGradient(
      tf,
      [a, b],
      () => remainder(tf, a, b),
      (dy, [a, b], y) => [dy, tf.mul(dy, tf.neg(tf.round(tf.div(tf.sub(a, y), b))))],
    ),
  ),
  kink: (a, b) => {
    if (Number.isInteger(a) && Number.isInteger(b)) return Infinity
    const rest = Math.abs(modulo(a, b))
    return Math.min(rest, Math.abs(b) - rest)
  },
})
