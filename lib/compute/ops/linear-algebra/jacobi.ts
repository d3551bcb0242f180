/** Off-diagonal entries this small beside the largest are rounding noise. */
const settled = 1e-30

/** Sweeps stop long before this: convergence is quadratic. */
const mostSweeps = 60

/** Entries this near to the largest count as equal to it: in [1, -1] / sqrt(2) only rounding tells them apart. */
const sameSize = 1e-9

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array
  /** Row-major n x n; column k belongs to value k, its entry of largest absolute value (the first of equals) positive. */
  readonly vectors: Float64Array
}

/** Turns the plane of rows and columns p, q of a symmetric matrix so that entry [p, q] vanishes. */
const rotate = (a: Float64Array, v: Float64Array, n: number, p: number, q: number): void => {
  const between = a[p * n + q] ?? 0
  if (between === 0) return
  const theta = ((a[q * n + q] ?? 0) - (a[p * n + p] ?? 0)) / (2 * between)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  const turn = (m: Float64Array, first: number, second: number) => {
    const [x, y] = [m[first] ?? 0, m[second] ?? 0]
    m[first] = c * x - s * y
    m[second] = s * x + c * y
  }
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q)
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k)
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q)
}

const columnSign = (v: Float64Array, n: number, column: number): number => {
  const entries = Array.from({ length: n }, (_, i) => v[i * n + column] ?? 0)
  const top = Math.max(...entries.map(Math.abs))
  return (entries.find((entry) => Math.abs(entry) >= top * (1 - sameSize)) ?? 1) < 0 ? -1 : 1
}

/** Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5). */
export const jacobi = (matrix: Float64Array, n: number): Eigen => {
  const a = Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n]
    return ((matrix[i * n + j] ?? 0) + (matrix[j * n + i] ?? 0)) / 2
  })
  const v = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0))
  const weight = (onDiagonal: boolean) =>
    a.reduce((sum, value, k) => ((k % (n + 1) === 0) === onDiagonal ? sum + value * value : sum), 0)
  for (let sweep = 0; sweep < mostSweeps && weight(false) > settled * weight(true); sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  const value = (k: number) => a[k * n + k] ?? 0
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => value(i) - value(j))
  const signs = order.map((column) => columnSign(v, n, column))
  return {
    values: Float64Array.from(order, value),
    vectors: Float64Array.from({ length: n * n }, (_, k) => {
      const column = k % n
      return (signs[column] ?? 1) * (v[Math.floor(k / n) * n + (order[column] ?? 0)] ?? 0)
    }),
  }
}
