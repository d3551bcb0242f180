import { ok } from '@/lib/core/result'
import { inputAt, tensors } from '../elementwise'
import { smallestGap } from '../lanes/gaps'
import type { Op } from '../op'
import { jacobi } from './jacobi'
import { jacobiOnDevice } from './jacobi-on-device'
import { requireSquare, requireSymmetric } from './symmetric'

/**
 * Eigenvectors of a symmetric matrix as columns, in the order of `eigvals`; each has its entry of largest absolute value
 * (the first of equals) positive.
 */
export const eigvecs: Op = {
  name: 'eigvecs',
  parameters: tensors('x'),
  shape: (shapes) => {
    const n = requireSquare('eigvecs', inputAt(shapes, 0))
    return n.ok ? ok([n.value, n.value]) : n
  },
  forward: (inputs, _, shape) => {
    const x = inputAt(inputs, 0)
    requireSymmetric('eigvecs', x)
    return { shape, data: jacobi(x.data, shape[0] ?? 1).vectors }
  },
  vjp: { refused: 'eigvecs has no gradient here: repeated values leave their vectors undetermined.' },
  // Sweeps of plane rotations, each over all pairs of rows.
  work: ([x = []]) => 100 * (x[0] ?? 1) ** 3,
  tensorflow: (tf, inputs) => jacobiOnDevice(tf, inputAt(inputs, 0)).vectors,
  // Where two values meet, their vectors may be any pair of their plane.
  kink: (inputs) => {
    const x = inputAt(inputs, 0)
    return smallestGap(jacobi(x.data, x.shape[0] ?? 1).values)
  },
}
