import { sizeOf } from '../tensor'
import { reduction } from './reduction'
import { total } from './sum'

export const average = (values: Float64Array): number => total(values) / values.length

export const mean = reduction({
  name: 'mean',
  value: average,
  partials: (values) => values.map(() => 1 / values.length),
  slope: (lay, x, output) => lay.filled(lay.shapeOf(x), sizeOf(lay.shapeOf(output)) / sizeOf(lay.shapeOf(x))),
  tensorflow: (tf, lanes) => tf.mean(lanes, 1),
})
