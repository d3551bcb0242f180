import { ok, type Result } from '@/lib/core/result'
import { DomainError, type ShapeRefusal } from '../op'
import { refuseShape, shapeText } from '../refusal'
import type { Shape, Tensor } from '../tensor'

/** Products such as x' x are symmetric up to rounding only. */
const slack = 1e-9

export const requireSquare = (op: string, shape: Shape): Result<number, ShapeRefusal> =>
  shape.length === 2 && shape[0] === shape[1]
    ? ok(shape[0] ?? 1)
    : refuseShape(`${op} needs a square matrix, not the shape ${shapeText(shape)}.`, 'Give a matrix such as [3, 3].')

export const requireSymmetric = (op: string, { shape, data }: Tensor): void => {
  const n = shape[0] ?? 1
  const scale = data.reduce((top, value) => Math.max(top, Math.abs(value)), 0)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      if (Math.abs((data[i * n + j] ?? 0) - (data[j * n + i] ?? 0)) > slack * scale)
        throw new DomainError(
          `${op} needs a symmetric matrix, but the entries [${i}, ${j}] and [${j}, ${i}] differ.`,
          'Use (x + transpose(x)) / 2, or transpose(x) @ x.',
        )
}
