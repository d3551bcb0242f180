import { laneOp } from '../lanes/lane-op'
import { total } from '../reductions/sum'

export const softmax = laneOp({
  name: 'softmax',
  axis: -1,
  value: (values) => {
    const top = values.reduce((a, b) => Math.max(a, b), -Infinity)
    const powers = values.map((value) => Math.exp(value - top))
    const sum = total(powers)
    return powers.map((power) => power / sum)
  },
  backward: (_, output, upstream) => {
    const flow = total(upstream.map((dy, k) => dy * (output[k] ?? 0)))
    return output.map((y, k) => y * ((upstream[k] ?? 0) - flow))
  },
  laid: (lay, dy, y, axis) => lay.times(y, lay.minus(dy, lay.sumOver(lay.times(dy, y), [axis]))),
  tensorflow: (tf, lanes) => tf.softmax(lanes),
})
