import type { Nested } from '../language/program'
import type { Tensor } from '../ops/tensor'

/** A tensor as nested arrays, a scalar as a bare number; -0 is written as 0. */
export const nestedOf = ({ shape, data }: Tensor): Nested => {
  const part = (axis: number, start: number, size: number): Nested => {
    const length = shape[axis]
    if (length === undefined) return (data[start] ?? 0) + 0
    const inner = size / length
    return Array.from({ length }, (_, i) => part(axis + 1, start + i * inner, inner))
  }
  return part(0, 0, data.length)
}
