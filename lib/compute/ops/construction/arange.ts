import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import type { Op } from '../op'
import { refuseShape } from '../refusal'

/** 0, 1, ..., n - 1. */
export const arange: Op = {
  name: 'arange',
  parameters: [{ name: 'n', kind: 'integer' }],
  shape: (_, attributes) => {
    const n = integerOf(attributes, 'n')
    return n >= 1 ? ok([n]) : refuseShape(`arange(${n}) would be empty.`, 'Give at least 1.')
  },
  forward: (_, __, shape) => ({ shape, data: Float64Array.from({ length: shape[0] ?? 1 }, (_, i) => i) }),
  vjp: 'zero',
  tensorflow: (tf, _, __, shape) =>
    tf.tensor(
      Array.from({ length: shape[0] ?? 1 }, (_, i) => i),
      [...shape],
      'float32',
    ),
}
