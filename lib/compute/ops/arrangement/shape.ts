import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { refuseShape } from '../refusal'
import { tensor } from '../tensor'

/** The dimensions as a vector. */
export const shape: Op = {
  name: 'shape',
  parameters: tensors('x'),
  shape: (shapes) => {
    const rank = inputAt(shapes, 0).length
    return rank > 0 ? ok([rank]) : refuseShape('A scalar has no dimensions to list.', 'Use size(x), which is 1.')
  },
  forward: (inputs, _, out) => tensor(out, inputAt(inputs, 0).shape),
  vjp: 'zero',
  tensorflow: (tf, inputs, _, out) => tf.tensor([...inputAt(inputs, 0).shape], [...out], 'float32'),
}
