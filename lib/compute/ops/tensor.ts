/** Every dimension >= 1; `[]` is a scalar. */
export type Shape = readonly number[]

/** Row-major float64 values. Never mutated after an op returned it. */
export interface Tensor {
  readonly shape: Shape
  readonly data: Float64Array
}

export const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1)

export const tensor = (shape: Shape, data: ArrayLike<number>): Tensor => {
  if (data.length !== sizeOf(shape))
    throw new Error(`tensor of shape [${shape}] needs ${sizeOf(shape)} values, got ${data.length}`)
  return { shape, data: Float64Array.from(data) }
}

export const scalar = (value: number): Tensor => ({ shape: [], data: Float64Array.of(value) })

export const full = (shape: Shape, value: number): Tensor => ({
  shape,
  data: new Float64Array(sizeOf(shape)).fill(value),
})
