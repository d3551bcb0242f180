import { ok, type Result } from '@/lib/core/result'
import { broadcastOrder, broadcastShapes } from '../broadcast'
import { repeatTo } from '../custom-gradient'
import { inputAt, tensors } from '../elementwise'
import type { Op, ShapeRefusal } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { type Shape, sizeOf, type Tensor } from '../tensor'

/** A product as stacks of m x k and k x n matrices, repeated to one common `batch`. */
interface Product {
  readonly batch: Shape
  readonly left: Shape
  readonly right: Shape
  readonly m: number
  readonly k: number
  readonly n: number
}

/** NumPy's reading: a vector on the left is a row, on the right a column. */
const productOf = (a: Shape, b: Shape): Result<Product, ShapeRefusal> => {
  if (a.length === 0 || b.length === 0)
    return refuseShape(
      `@ cannot multiply the shapes ${shapeText(a)} and ${shapeText(b)}: a scalar is no matrix.`,
      'Multiply by a scalar with *.',
    )
  const rows = a.length === 1 ? [1, ...a] : a
  const columns = b.length === 1 ? [...b, 1] : b
  const [m, k] = [rows[rows.length - 2] ?? 1, rows[rows.length - 1] ?? 1]
  const [inner, n] = [columns[columns.length - 2] ?? 1, columns[columns.length - 1] ?? 1]
  if (k !== inner)
    return refuseShape(
      `@ cannot multiply the shapes ${shapeText(a)} and ${shapeText(b)}: ${k} columns meet ${inner} rows.`,
      'The last axis of the left must equal the last but one of the right; transpose one of them.',
    )
  const [left, right] = [rows.slice(0, -2), columns.slice(0, -2)]
  const batch = broadcastShapes('@', [left, right])
  return batch.ok ? ok({ batch: batch.value, left, right, m, k, n }) : batch
}

const knownProduct = (a: Tensor | { readonly shape: Shape }, b: { readonly shape: Shape }): Product => {
  const product = productOf(a.shape, b.shape)
  if (!product.ok) throw new Error(product.error.message)
  return product.value
}

/** Calls `visit` with the flat places of every a[i, l], b[l, j] and y[i, j] that meet. */
const eachTerm = (product: Product, visit: (a: number, b: number, y: number) => void): void => {
  const { batch, left, right, m, k, n } = product
  const lefts = broadcastOrder(left, batch)
  const rights = broadcastOrder(right, batch)
  for (let s = 0; s < sizeOf(batch); s++) {
    const a0 = (lefts ? (lefts[s] ?? 0) : s) * m * k
    const b0 = (rights ? (rights[s] ?? 0) : s) * k * n
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) for (let l = 0; l < k; l++) visit(a0 + i * k + l, b0 + l * n + j, (s * m + i) * n + j)
  }
}

export const matmul: Op = {
  name: 'matmul',
  parameters: tensors('a', 'b'),
  shape: (shapes) => {
    const [a, b] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    const product = productOf(a, b)
    if (!product.ok) return product
    const { batch, m, n } = product.value
    return ok([...batch, ...(a.length === 1 ? [] : [m]), ...(b.length === 1 ? [] : [n])])
  },
  forward: (inputs, _, shape) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const data = new Float64Array(sizeOf(shape))
    eachTerm(knownProduct(a, b), (ai, bi, yi) => {
      data[yi] = (data[yi] ?? 0) + (a.data[ai] ?? 0) * (b.data[bi] ?? 0)
    })
    return { shape, data }
  },
  vjp: ({ inputs, upstream }) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [da, db] = [new Float64Array(a.data.length), new Float64Array(b.data.length)]
    eachTerm(knownProduct(a, b), (ai, bi, yi) => {
      const dy = upstream.data[yi] ?? 0
      da[ai] = (da[ai] ?? 0) + dy * (b.data[bi] ?? 0)
      db[bi] = (db[bi] ?? 0) + dy * (a.data[ai] ?? 0)
    })
    return [
      { shape: a.shape, data: da },
      { shape: b.shape, data: db },
    ]
  },
  // Each element of the result is a sum over the left's last axis.
  work: ([left = []], _, shape) => sizeOf(shape) * (left.at(-1) ?? 1),
  vjpInOps: (lay, { inputs: [a = 0, b = 0], upstream }) => {
    const product = knownProduct({ shape: lay.shapeOf(a) }, { shape: lay.shapeOf(b) })
    const { batch, left, right, m, k, n } = product
    const dy = () => lay.reshape(upstream, [...batch, m, n])
    const given = (x: number, sum: number, stack: Shape, rows: number, columns: number) =>
      lay.reshape(lay.sumTo(sum, [...stack, rows, columns]), lay.shapeOf(x))
    return [
      () => given(a, lay.call('matmul', dy(), lay.turned(lay.reshape(b, [...right, k, n]))), left, m, k),
      () => given(b, lay.call('matmul', lay.turned(lay.reshape(a, [...left, m, k])), dy()), right, k, n),
    ]
  },
  tensorflow: (tf, inputs, _, shape) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const { batch, left, right, m, k, n } = knownProduct(a, b)
    // TensorFlow.js's gradient throws where a batch axis broadcasts, so both stacks are repeated first.
    const lefts = repeatTo(tf, tf.reshape(a, [...left, m, k]), [...batch, m, k])
    const rights = repeatTo(tf, tf.reshape(b, [...right, k, n]), [...batch, k, n])
    const stack = batch.length === 0 ? [] : [sizeOf(batch)]
    return tf.reshape(tf.matMul(tf.reshape(lefts, [...stack, m, k]), tf.reshape(rights, [...stack, k, n])), [...shape])
  },
}
