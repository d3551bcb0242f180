import { laneOp } from '../lanes/lane-op'
import { logOfSum } from '../reductions/logsumexp'
import { total } from '../reductions/sum'

export const logSoftmax = laneOp({
  name: 'log_softmax',
  axis: -1,
  value: (values) => {
    const top = values.reduce((a, b) => Math.max(a, b), -Infinity)
    const shifted = values.map((value) => value - top)
    const log = logOfSum(shifted)
    return shifted.map((value) => value - log)
  },
  backward: (_, output, upstream) => {
    const flow = total(upstream)
    return output.map((y, k) => (upstream[k] ?? 0) - Math.exp(y) * flow)
  },
  laid: (lay, dy, y, axis) => lay.minus(dy, lay.times(lay.call('exp', y), lay.sumOver(dy, [axis]))),
  tensorflow: (tf, lanes) => tf.logSoftmax(lanes),
})
