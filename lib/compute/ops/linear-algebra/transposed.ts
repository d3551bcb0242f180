/** Row-major data of an m x n matrix, transposed. */
export const transposedData = (data: Float64Array, m: number, n: number): Float64Array =>
  Float64Array.from({ length: m * n }, (_, k) => data[(k % m) * n + Math.floor(k / m)] ?? 0)
