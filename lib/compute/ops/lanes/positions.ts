import { mask } from '../custom-gradient'
import { DomainError } from '../op'
import type { Tensor } from '../tensor'
import type { Tf, TfTensor } from '../tf'

/** Indices into an axis of n entries, counted from 0; negative ones count from the end. */
export const positionsOf = (op: string, index: Tensor, n: number): Int32Array =>
  Int32Array.from(index.data, (value) => {
    if (!Number.isInteger(value))
      throw new DomainError(`${op} got the index ${value}, which is not a whole number.`, 'Use floor or round first.')
    if (value < -n || value >= n)
      throw new DomainError(
        `${op} got the index ${value}, out of range for an axis of ${n}.`,
        `Indices run from ${-n} to ${n - 1}.`,
      )
    return value < 0 ? value + n : value
  })

/** The same in TensorFlow.js as float32; rounded, since a computed index may be a hair beside its whole number there. */
export const positionsOnDevice = (tf: Tf, index: TfTensor, n: number): TfTensor => {
  const whole = tf.round(index)
  return tf.add(whole, tf.mul(mask(tf, tf.less(whole, 0)), n))
}
