import { withGradient } from '../custom-gradient'
import { firstLargestMask } from '../lanes/extremes'
import { indexOfLargest, leadOfLargest } from '../lanes/gaps'
import type { Tf, TfTensor } from '../tf'
import { firstOf } from './first-of'
import { reduction } from './reduction'

/** Each row's largest element as a column, the gradient to the first of equals; TensorFlow.js gives it in full to each. */
export const largestOfRows = (tf: Tf, lanes: TfTensor): TfTensor =>
  withGradient(
    tf,
    [lanes],
    () => tf.max(lanes, 1, true),
    (dy, [rows]) => [tf.mul(dy, firstLargestMask(tf, rows))],
  )

export const max = reduction({
  name: 'max',
  value: (values) => values[indexOfLargest(values)] ?? 0,
  partials: (values) => {
    const first = indexOfLargest(values)
    return values.map((_, k) => (k === first ? 1 : 0))
  },
  slope: firstOf('argmax'),
  tensorflow: largestOfRows,
  kink: leadOfLargest,
})
