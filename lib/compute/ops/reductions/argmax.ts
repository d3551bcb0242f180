import { firstLargest } from '../lanes/extremes'
import { indexOfLargest, leadOfLargest } from '../lanes/gaps'
import { reduction } from './reduction'

/** Index of the first largest element; without an axis, of the flattened tensor. */
export const argmax = reduction({
  name: 'argmax',
  value: indexOfLargest,
  partials: 'zero',
  tensorflow: firstLargest,
  kink: leadOfLargest,
})
