import { ok, type Result } from '@/lib/core/result'
import type { ShapeRefusal } from '../op'
import { refuseShape } from '../refusal'

/** floor((n + 2 pad - window) / stride) + 1 positions of a window along one axis. */
export const positions = (
  op: string,
  axis: string,
  n: number,
  window: number,
  stride: number,
  pad: number,
): Result<number, ShapeRefusal> => {
  if (stride < 1) return refuseShape(`${op} cannot move by a stride of ${stride}.`, 'Give a stride of at least 1.')
  if (pad < 0) return refuseShape(`${op} cannot pad by ${pad}.`, 'Give a pad of 0 or more.')
  if (window < 1) return refuseShape(`${op} cannot use a window of ${window}.`, 'Give a size of at least 1.')
  const count = Math.floor((n + 2 * pad - window) / stride) + 1
  return count >= 1
    ? ok(count)
    : refuseShape(
        `${op} has no place for a window of ${axis} ${window} in ${n}${pad > 0 ? ` padded by ${pad}` : ''}.`,
        'Give a smaller window or more padding.',
      )
}
