import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import type { Op } from '../op'
import { jacobi } from './jacobi'
import { jacobiOnDevice } from './jacobi-on-device'
import { requireSquare, requireSymmetric } from './symmetric'

/** Eigenvalues of a symmetric matrix, ascending. */
export const eigvals: Op = {
  name: 'eigvals',
  parameters: tensors('x'),
  shape: (shapes) => {
    const n = requireSquare('eigvals', inputAt(shapes, 0))
    return n.ok ? ok([n.value]) : n
  },
  forward: (inputs, _, shape) => {
    const x = inputAt(inputs, 0)
    requireSymmetric('eigvals', x)
    return { shape, data: jacobi(x.data, shape[0] ?? 1).values }
  },
  vjp: { refused: 'eigvals has no gradient here: repeated values have none.' },
  // Sweeps of plane rotations, each over all pairs of rows.
  work: ([x = []]) => 100 * (x[0] ?? 1) ** 3,
  tensorflow: (tf, inputs, _, shape) => tf.reshape(jacobiOnDevice(tf, inputAt(inputs, 0)).values, [...shape]),
}
