import { countingRow } from '../lanes/extremes'
import { smallestGap } from '../lanes/gaps'
import { laneOp } from '../lanes/lane-op'
import { ascendingOrder, rowsTimes, sortingMatrices } from '../lanes/order'

/** Indices that sort ascending; equals keep their order. */
export const argsort = laneOp({
  name: 'argsort',
  axis: -1,
  value: ascendingOrder,
  backward: 'zero',
  tensorflow: (tf, lanes) =>
    rowsTimes(tf, tf.add(tf.zerosLike(lanes), countingRow(tf, lanes.shape[1] ?? 1)), sortingMatrices(tf, lanes)),
  kink: smallestGap,
})
