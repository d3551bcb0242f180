import { ok } from '@/lib/core/result'
import { integersOf } from '../attributes'
import type { Op } from '../op'
import { refuseShape, shapeText } from '../refusal'
import { full } from '../tensor'

/** An op that fills a shape the author writes with one value. */
export const constant = (name: string, value: number): Op => ({
  name,
  parameters: [{ name: 'shape', kind: 'integers' }],
  shape: (_, attributes) => {
    const shape = integersOf(attributes, 'shape')
    return shape.every((n) => Number.isInteger(n) && n >= 1)
      ? ok(shape)
      : refuseShape(`${name} cannot make the shape ${shapeText(shape)}.`, 'Every dimension must be at least 1.')
  },
  forward: (_, __, shape) => full(shape, value),
  vjp: 'zero',
  tensorflow: (tf, _, __, shape) => tf.fill([...shape], value, 'float32'),
})
