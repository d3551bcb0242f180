import type { CellVerdict } from '@/lib/view/verdict'
import type { KeyOf } from './key'

/** Several options are right, so each is a decision of its own. */
export const isMultiple = ({ right }: Pick<KeyOf<'choice'>, 'right'>): boolean => right.length > 1

/** Options that were chosen, without those the card does not have; null where that is no answer yet. */
export const chosenOf = (key: KeyOf<'choice'>, given: readonly string[]): ReadonlySet<string> | null => {
  const chosen = new Set(key.options.filter((id) => given.includes(id)))
  return chosen.size === 0 || (!isMultiple(key) && chosen.size > 1) ? null : chosen
}

/** In a choice of one, an option left alone is no fault of its own. In a choice of several, a right one left out is. */
export const choiceCells = (key: KeyOf<'choice'>, chosen: ReadonlySet<string>): readonly CellVerdict[] =>
  key.options.map((id) => {
    const right = key.right.includes(id)
    const taken = chosen.has(id)
    return {
      part: id,
      index: 0,
      state: (taken && !right) || (isMultiple(key) && right && !taken) ? 'wrong' : 'right',
      given: taken ? '✓' : '',
      key: right ? '✓' : '',
    }
  })

/** Share of the credit, 0..1. One wrong tick of five is no four fifths of knowing. */
export const choiceScore = (key: KeyOf<'choice'>, cells: readonly CellVerdict[]): number => {
  const right = cells.filter(({ state }) => state === 'right').length
  return isMultiple(key) || right === cells.length ? right / cells.length : 0
}
