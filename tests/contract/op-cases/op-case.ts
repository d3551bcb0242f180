import type { Attributes } from '@/lib/compute/ops/op'
import { type Shape, sizeOf, type Tensor, tensor } from '@/lib/compute/ops/tensor'
import { makeRng } from '@/lib/core/rng'

/** One call of one op. Attributes left out take the parameters' defaults. */
export interface OpCase {
  readonly op: string
  readonly about: string
  readonly inputs: readonly Tensor[]
  readonly attributes?: Attributes
  /** At a kink or tie centred differences see another slope than the convention: only the two engines are compared. */
  readonly atKink?: true
}

export const t = tensor

export const s = (value: number): Tensor => tensor([], [value])

export const v = (...values: readonly number[]): Tensor => tensor([values.length], values)

export const m = (...rows: readonly (readonly number[])[]): Tensor =>
  tensor([rows.length, rows[0]?.length ?? 0], rows.flat())

/** Distinct values on a grid of 1/10, at least 0.1 from 0, shuffled by the seed, in low ..< low + size / 10. */
export const spreadOut = (seed: string, shape: Shape, low = -0.1 * Math.floor(sizeOf(shape) / 2)): Tensor => {
  const n = sizeOf(shape)
  const rng = makeRng('op-case', seed)
  const values = Array.from({ length: n }, (_, i) => Math.round((low + 0.05 + i * 0.1) * 1000) / 1000)
  for (let i = n - 1; i > 0; i--) {
    const j = rng.integer(0, i)
    const [a = 0, b = 0] = [values[i], values[j]]
    values[i] = b
    values[j] = a
  }
  return tensor(shape, values)
}
