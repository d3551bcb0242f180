import { comparison, distance } from './comparison'

export const greaterEqual = comparison(
  'greater_equal',
  (a, b) => a >= b,
  (tf, a, b) => tf.greaterEqual(a, b),
  distance,
)
