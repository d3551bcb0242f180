import { firstLargest } from '../lanes/extremes'
import { indexOfSmallest, leadOfSmallest } from '../lanes/gaps'
import { reduction } from './reduction'

/** Index of the first smallest element; without an axis, of the flattened tensor. */
export const argmin = reduction({
  name: 'argmin',
  value: indexOfSmallest,
  partials: 'zero',
  tensorflow: (tf, lanes) => firstLargest(tf, tf.neg(lanes)),
  kink: leadOfSmallest,
})
