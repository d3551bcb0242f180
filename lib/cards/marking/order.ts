import type { CellVerdict } from '@/lib/view/verdict'
import type { KeyOf } from './key'

/** Whether every item has its place. */
export const isWholeOrder = ({ order }: KeyOf<'order'>, given: readonly string[]): boolean =>
  given.length === order.length && order.every((id) => given.includes(id))

/** Per item: right where it stands in its own place. */
export const orderCells = ({ order }: KeyOf<'order'>, given: readonly string[]): readonly CellVerdict[] =>
  order.map((id, i) => {
    const place = given.indexOf(id)
    return {
      part: id,
      index: 0,
      state: place === i ? 'right' : 'wrong',
      given: String(place + 1),
      key: String(i + 1),
    }
  })
