import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { scalar } from '../tensor'

/** The number of elements. */
export const size: Op = {
  name: 'size',
  parameters: tensors('x'),
  shape: () => ok([]),
  forward: (inputs) => scalar(inputAt(inputs, 0).data.length),
  vjp: 'zero',
  tensorflow: (tf, inputs) => tf.scalar(inputAt(inputs, 0).size, 'float32'),
}
