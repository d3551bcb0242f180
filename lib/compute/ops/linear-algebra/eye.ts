import { ok } from '@/lib/core/result'
import { integerOf } from '../attributes'
import type { Op } from '../op'
import { refuseShape } from '../refusal'
import { tensor } from '../tensor'
import { identity, identityData } from './identity'

/** The n x n identity matrix. */
export const eye: Op = {
  name: 'eye',
  parameters: [{ name: 'n', kind: 'integer' }],
  shape: (_, attributes) => {
    const n = integerOf(attributes, 'n')
    return n >= 1 ? ok([n, n]) : refuseShape(`eye(${n}) would be empty.`, 'Give at least 1.')
  },
  forward: (_, attributes, shape) =>
    tensor(shape, identityData(integerOf(attributes, 'n'), integerOf(attributes, 'n'))),
  vjp: 'zero',
  tensorflow: (tf, _, attributes) => identity(tf, integerOf(attributes, 'n')),
}
