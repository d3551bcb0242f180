import { comparison, distanceUnlessWhole } from './comparison'

export const notEqual = comparison(
  'not_equal',
  (a, b) => a !== b,
  (tf, a, b) => tf.notEqual(a, b),
  distanceUnlessWhole,
)
