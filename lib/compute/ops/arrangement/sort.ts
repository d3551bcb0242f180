import { smallestGap } from '../lanes/gaps'
import { laneOp } from '../lanes/lane-op'
import { ascendingOrder, rowsTimes, sortingMatrices } from '../lanes/order'

/** Ascending. */
export const sort = laneOp({
  name: 'sort',
  axis: -1,
  value: (values) => values.slice().sort(),
  backward: (values, _, upstream) => {
    const gradient = new Float64Array(values.length)
    ascendingOrder(values).forEach((from, k) => {
      gradient[from] = upstream[k] ?? 0
    })
    return gradient
  },
  tensorflow: (tf, lanes) => rowsTimes(tf, lanes, sortingMatrices(tf, lanes)),
  kink: smallestGap,
})
