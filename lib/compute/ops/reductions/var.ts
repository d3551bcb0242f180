import type { Lay } from '../lay'
import { sizeOf } from '../tensor'
import type { Tf, TfTensor } from '../tf'
import { average } from './mean'
import { reduction } from './reduction'

/** Mean square distance from the mean: divided by N, not N - 1. */
export const spread = (values: Float64Array): number => {
  const centre = average(values)
  return average(values.map((value) => (value - centre) ** 2))
}

/** Each row less its mean. */
export const centred = (tf: Tf, lanes: TfTensor): TfTensor => tf.sub(lanes, tf.mean(lanes, 1, true))

/** (x - mean) / N in operations of the graph. */
export const centredShare = (lay: Lay, x: number, axes: readonly number[]): number => {
  const length = sizeOf(axes.map((axis) => lay.shapeOf(x)[axis] ?? 1))
  const centre = lay.op('mean', [x], { axis: axes, keepdims: 1 })
  return lay.over(lay.minus(x, centre), lay.number(length))
}

export const variance = reduction({
  name: 'var',
  value: spread,
  partials: (values) => {
    const centre = average(values)
    return values.map((value) => (2 * (value - centre)) / values.length)
  },
  slope: (lay, x, _, axes) => lay.times(lay.number(2), centredShare(lay, x, axes)),
  tensorflow: (tf, lanes) => tf.mean(tf.square(centred(tf, lanes)), 1),
})
