import { ok } from '@/lib/core/result'
import { withGradient } from '../custom-gradient'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { sizeOf } from '../tensor'
import { solveColumns, solveRefined } from './gauss-jordan'
import { transposedData } from './transposed'

/** x with a @ x = b, for a vector b or several columns at once. */
export const solve: Op = {
  name: 'solve',
  parameters: tensors('a', 'b'),
  shape: (shapes) => {
    const [a, b] = [inputAt(shapes, 0), inputAt(shapes, 1)]
    const fits = a.length === 2 && a[0] === a[1] && (b.length === 1 || b.length === 2) && b[0] === a[0]
    return fits
      ? ok(b)
      : refuseShape(
          `solve cannot take the shapes ${shapeText(a)} and ${shapeText(b)}.`,
          'Give a square matrix [n, n] and a right-hand side [n] or [n, m].',
        )
  },
  forward: (inputs, _, shape) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    return { shape, data: solveColumns('solve', a.data, b.data, shape[0] ?? 1, shape[1] ?? 1) }
  },
  // b's gradient solves the transposed system; a's is minus its product with the solution.
  vjp: ({ inputs, output, upstream }) => {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)]
    const [n, m] = [b.shape[0] ?? 1, b.shape[1] ?? 1]
    const db = solveColumns('solve', transposedData(a.data, n, n), upstream.data, n, m)
    const da = new Float64Array(n * n)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        for (let c = 0; c < m; c++)
          da[i * n + j] = (da[i * n + j] ?? 0) - (db[i * m + c] ?? 0) * (output.data[j * m + c] ?? 0)
    return [
      { shape: a.shape, data: da },
      { shape: b.shape, data: db },
    ]
  },
  work: ([a = [], b = []]) => 2 * (a[0] ?? 1) ** 3 + 2 * (a[0] ?? 1) * sizeOf(b),
  vjpInOps: (lay, { inputs: [a = 0, b = 0], output, upstream }) => {
    const db = () => lay.call('solve', lay.turned(a), upstream)
    const columns = (x: number) => lay.reshape(x, [lay.shapeOf(b)[0] ?? 1, lay.shapeOf(b)[1] ?? 1])
    return [() => lay.call('negate', lay.call('matmul', columns(db()), lay.turned(columns(output)))), db]
  },
  tensorflow: (tf, inputs, _, shape) => {
    const a = inputAt(inputs, 0)
    const columns = tf.reshape(inputAt(inputs, 1), [shape[0] ?? 1, shape[1] ?? 1])
    const solution = withGradient(
      tf,
      [a, columns],
      () => solveRefined(tf, a, columns),
      (dy, [kept], output) => {
        const db = solveRefined(tf, tf.transpose(kept), dy)
        return [tf.neg(tf.matMul(db, tf.transpose(output))), db]
      },
    )
    return tf.reshape(solution, [...shape])
  },
}
