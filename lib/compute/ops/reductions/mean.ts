import { reduction } from './reduction'
import { total } from './sum'

export const average = (values: Float64Array): number => total(values) / values.length

export const mean = reduction({
  name: 'mean',
  value: average,
  partials: (values) => values.map(() => 1 / values.length),
  tensorflow: (tf, lanes) => tf.mean(lanes, 1),
})
