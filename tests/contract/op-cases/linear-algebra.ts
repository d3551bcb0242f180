import { m, type OpCase, spreadOut, t, v } from './op-case'

const product = (about: string, a: readonly number[], b: readonly number[]): OpCase => ({
  op: 'matmul',
  about,
  inputs: [spreadOut(`${about} a`, a), spreadOut(`${about} b`, b)],
})

const swapped = m([0, 2, 1], [1, 0, 3], [2, 1, 0.5])
const symmetric = m([2, -1, 0.5], [-1, 3, 1.5], [0.5, 1.5, -1])

/** x' x of a seeded matrix, plus a growing diagonal that keeps the values apart. */
const symmetricOf = (n: number) => {
  const x = spreadOut(`symmetric ${n}`, [n, n])
  return t(
    [n, n],
    Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n]
      let sum = i === j ? 3 * i : 0
      for (let l = 0; l < n; l++) sum += ((x.data[l * n + i] ?? 0) * (x.data[l * n + j] ?? 0)) / n
      return sum
    }),
  )
}

export const linearAlgebraCases: readonly OpCase[] = [
  product('matrices', [2, 3], [3, 4]),
  product('size 1', [1, 1], [1, 1]),
  product('a vector and a matrix', [3], [3, 2]),
  product('a matrix and a vector', [2, 3], [3]),
  product('two vectors', [4], [4]),
  product('equal batches', [2, 3, 2], [2, 2, 3]),
  product('a batch of one on the left', [1, 3, 2], [4, 2, 3]),
  product('a batch of one on the right', [2, 1, 3, 2], [2, 3, 2, 2]),
  product('crossed batches of one', [2, 1, 2, 3], [1, 3, 3, 2]),
  product('a matrix and a batch', [2, 3], [4, 3, 2]),
  product('a vector and a batch', [3], [2, 3, 2]),
  product('a batch and a vector', [2, 2, 3], [3]),
  { op: 'dot', about: 'vectors', inputs: [v(1, 2, 3), v(-0.5, 2, 0.1)] },
  { op: 'dot', about: 'size 1', inputs: [v(3), v(2)] },
  { op: 'outer', about: 'vectors', inputs: [v(1, 2, 3), v(-0.5, 2)] },
  { op: 'outer', about: 'size 1', inputs: [v(2), v(1, 2)] },
  { op: 'transpose', about: 'a matrix', inputs: [spreadOut('transpose', [2, 3])] },
  { op: 'transpose', about: 'all axes', inputs: [spreadOut('transpose 3', [2, 3, 4])] },
  {
    op: 'transpose',
    about: 'an order',
    inputs: [spreadOut('transpose 4', [2, 3, 1, 2])],
    attributes: { perm: [0, 2, 3, 1] },
  },
  {
    op: 'transpose',
    about: 'negative axes',
    inputs: [spreadOut('transpose 3n', [2, 3, 4])],
    attributes: { perm: [0, -1, -2] },
  },
  { op: 'trace', about: 'a matrix', inputs: [spreadOut('trace', [3, 3])] },
  { op: 'trace', about: 'size 1', inputs: [t([1, 1], [4])] },
  { op: 'diag', about: 'a vector', inputs: [v(1, 2, 3)] },
  { op: 'diag', about: 'a square', inputs: [spreadOut('diag', [3, 3])] },
  { op: 'diag', about: 'a wide matrix', inputs: [spreadOut('diag wide', [2, 4])] },
  { op: 'diag', about: 'a tall matrix', inputs: [spreadOut('diag tall', [4, 2])] },
  { op: 'eye', about: 'three', inputs: [], attributes: { n: 3 } },
  { op: 'eye', about: 'one', inputs: [], attributes: { n: 1 } },
  { op: 'inverse', about: 'a zero on the diagonal', inputs: [swapped] },
  { op: 'inverse', about: 'size 1', inputs: [t([1, 1], [4])] },
  { op: 'inverse', about: 'two', inputs: [m([4, 7], [2, 6])] },
  { op: 'inverse', about: 'symmetric', inputs: [symmetric] },
  { op: 'solve', about: 'a vector', inputs: [swapped, v(1, 2, 3)] },
  { op: 'solve', about: 'columns', inputs: [swapped, spreadOut('solve', [3, 2])] },
  { op: 'solve', about: 'size 1', inputs: [t([1, 1], [4]), v(2)] },
  ...(['eigvals', 'eigvecs'] as const).flatMap((op): readonly OpCase[] => [
    { op, about: 'size 1', inputs: [t([1, 1], [-4])] },
    { op, about: 'two with entries of one size', inputs: [m([2, 1], [1, 2])] },
    { op, about: 'a diagonal', inputs: [m([3, 0, 0], [0, -1, 0], [0, 0, 2])] },
    { op, about: 'three', inputs: [symmetric] },
    { op, about: 'five', inputs: [symmetricOf(5)] },
    { op, about: 'eight', inputs: [symmetricOf(8)] },
  ]),
  { op: 'eigvals', about: 'repeated values', inputs: [m([2, 1, 1], [1, 2, 1], [1, 1, 2])] },
]
