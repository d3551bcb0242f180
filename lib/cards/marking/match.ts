import type { CellVerdict } from '@/lib/view/verdict'
import type { KeyOf } from './key'

type Pairs = readonly (readonly [left: string, right: string])[]

/** Left sides without a partner. */
export const openSides = ({ pairs }: KeyOf<'match'>, given: Pairs): readonly string[] => {
  const joined = new Map(given)
  return pairs.flatMap(([left]) => (joined.has(left) ? [] : [left]))
}

/** Per left side; `empty` where it was joined to nothing. */
export const matchCells = ({ pairs }: KeyOf<'match'>, given: Pairs): readonly CellVerdict[] => {
  const joined = new Map(given)
  return pairs.map(([left, right]) => {
    const mine = joined.get(left)
    return {
      part: left,
      index: 0,
      state: mine === undefined ? 'empty' : mine === right ? 'right' : 'wrong',
      given: mine ?? '',
      key: right,
    }
  })
}
