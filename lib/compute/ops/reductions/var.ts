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

export const variance = reduction({
  name: 'var',
  value: spread,
  partials: (values) => {
    const centre = average(values)
    return values.map((value) => (2 * (value - centre)) / values.length)
  },
  tensorflow: (tf, lanes) => tf.mean(tf.square(centred(tf, lanes)), 1),
})
