import { ok, type Result, refuse } from '@/lib/core/result'
import type { Nested } from '../language/program'
import { type Tensor, tensor } from '../ops/tensor'

const shapeOf = (value: Nested): number[] =>
  typeof value === 'number' ? [] : [value.length, ...(value[0] === undefined ? [] : shapeOf(value[0]))]

const collect = (value: Nested, shape: readonly number[], into: number[]): boolean => {
  if (typeof value === 'number') {
    into.push(value === 0 ? 0 : value)
    return shape.length === 0
  }
  return value.length === shape[0] && value.every((item) => collect(item, shape.slice(1), into))
}

/** A written number or nested list as a tensor; refused with a sentence when rows differ in length or hold nothing. */
export const nestedTensor = (value: Nested): Result<Tensor, string> => {
  const shape = shapeOf(value)
  const data: number[] = []
  if (!collect(value, shape, data)) return refuse('its rows differ in length')
  if (shape.includes(0)) return refuse('it holds an empty list')
  if (!data.every(Number.isFinite)) return refuse('it holds a number that is not finite')
  return ok(tensor(shape, data))
}
