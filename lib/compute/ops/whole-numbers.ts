import type { Tf, TfTensor } from './tf'

/** float32 quotients such as 6 / 3 may land this far (relatively) beside the whole number they mean; on GPUs they do. */
const slack = 2e-6

/** `rounded` where float32 can't tell x from a whole number, x elsewhere. */
export const snapToWhole = (tf: Tf, x: TfTensor): TfTensor => {
  const rounded = tf.round(x)
  const near = tf.lessEqual(tf.abs(tf.sub(x, rounded)), tf.mul(slack, tf.maximum(tf.abs(x), 1)))
  return tf.where(near, rounded, x)
}

/**
 * Distance from the nearest whole number. A number that is one exactly has no kink to fear: both engines agree on it, and
 * sizes such as (32 - 3 + 2) / 1 are meant to be whole.
 */
export const distanceFromWhole = (x: number): number => (Number.isInteger(x) ? Infinity : Math.abs(x - Math.round(x)))
