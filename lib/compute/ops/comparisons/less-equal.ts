import { comparison, distance } from './comparison'

export const lessEqual = comparison(
  'less_equal',
  (a, b) => a <= b,
  (tf, a, b) => tf.lessEqual(a, b),
  distance,
)
