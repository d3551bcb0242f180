import { comparison, distance } from './comparison'

export const less = comparison(
  'less',
  (a, b) => a < b,
  (tf, a, b) => tf.less(a, b),
  distance,
)
