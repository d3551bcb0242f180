import { indexOfSmallest, leadOfSmallest } from '../lanes/gaps'
import { firstOf } from './first-of'
import { largestOfRows } from './max'
import { reduction } from './reduction'

/** The gradient goes to the first of equals. */
export const min = reduction({
  name: 'min',
  value: (values) => values[indexOfSmallest(values)] ?? 0,
  partials: (values) => {
    const first = indexOfSmallest(values)
    return values.map((_, k) => (k === first ? 1 : 0))
  },
  slope: firstOf('argmin'),
  tensorflow: (tf, lanes) => tf.neg(largestOfRows(tf, tf.neg(lanes))),
  kink: leadOfSmallest,
})
