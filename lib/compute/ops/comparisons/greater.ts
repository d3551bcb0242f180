import { comparison, distance } from './comparison'

export const greater = comparison(
  'greater',
  (a, b) => a > b,
  (tf, a, b) => tf.greater(a, b),
  distance,
)
