import { laneOp } from '../lanes/lane-op'

const running = (values: Float64Array): Float64Array => {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

export const cumsum = laneOp({
  name: 'cumsum',
  axis: 0,
  value: running,
  backward: (_, __, upstream) => running(upstream.slice().reverse()).reverse(),
  laid: (lay, dy, _, axis) => {
    const turned = (x: number) => lay.op('flip', [x], { axis })
    return turned(lay.op('cumsum', [turned(dy)], { axis }))
  },
  tensorflow: (tf, lanes) => tf.cumsum(lanes, 1),
})
