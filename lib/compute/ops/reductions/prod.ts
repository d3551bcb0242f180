import { reduction } from './reduction'

/** Products of all others, from both sides, so that zeros among the elements do no harm. */
const productsOfOthers = (values: Float64Array): Float64Array => {
  const others = new Float64Array(values.length)
  let before = 1
  for (let k = 0; k < values.length; k++) {
    others[k] = before
    before *= values[k] ?? 1
  }
  let behind = 1
  for (let k = values.length - 1; k >= 0; k--) {
    others[k] = (others[k] ?? 1) * behind
    behind *= values[k] ?? 1
  }
  return others
}

/** TensorFlow.js multiplies the halves of each row until one column is left; its gradient for a product of zeros is then exact. */
export const prod = reduction({
  name: 'prod',
  value: (values) => values.reduce((product, value) => product * value, 1),
  partials: productsOfOthers,
  tensorflow: (tf, lanes) => {
    let rows = lanes
    for (let n = lanes.shape[1] ?? 1; n > 1; n = rows.shape[1] ?? 1) {
      const half = Math.floor(n / 2)
      const products = tf.mul(tf.slice(rows, [0, 0], [-1, half]), tf.slice(rows, [0, half], [-1, half]))
      rows = n % 2 === 0 ? products : tf.concat([products, tf.slice(rows, [0, n - 1], [-1, 1])], 1)
    }
    return rows
  },
})
