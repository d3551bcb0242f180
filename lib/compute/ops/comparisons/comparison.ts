import { mask } from '../custom-gradient'
import { elementwise, tensors, two } from '../elementwise'
import type { Op } from '../op'
import type { Tf, TfTensor } from '../tf'

/** 1 where the comparison holds, 0 elsewhere. */
export const comparison = (
  name: string,
  holds: (a: number, b: number) => boolean,
  tensorflow: (tf: Tf, a: TfTensor, b: TfTensor) => TfTensor,
  kink: (a: number, b: number) => number,
): Op =>
  elementwise({
    name,
    written: 'infix',
    parameters: tensors('a', 'b'),
    value: (a, b) => (holds(a, b) ? 1 : 0),
    partials: 'zero',
    tensorflow: two((tf, a, b) => mask(tf, tensorflow(tf, a, b))),
    kink,
  })

export const distance = (a: number, b: number): number => Math.abs(a - b)

/** Labels and counts are compared for equality on purpose, and are exact in both engines. */
export const distanceUnlessWhole = (a: number, b: number): number =>
  Number.isInteger(a) && Number.isInteger(b) ? Infinity : Math.abs(a - b)
