import { reduction } from './reduction'

export const total = (values: Float64Array): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

export const sum = reduction({
  name: 'sum',
  value: total,
  partials: (values) => values.map(() => 1),
  slope: (lay, x) => lay.filled(lay.shapeOf(x), 1),
  tensorflow: (tf, lanes) => tf.sum(lanes, 1),
})
