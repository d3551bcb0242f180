import { comparison, distanceUnlessWhole } from './comparison'

export const equal = comparison(
  'equal',
  (a, b) => a === b,
  (tf, a, b) => tf.equal(a, b),
  distanceUnlessWhole,
)
