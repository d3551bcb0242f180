import type { Deed } from '@/lib/schedule/standing'
import type { Answer } from '@/lib/view/input'
import { readAnswer, readSteps } from './read-answer'
import type { Shelf } from './shelf'

/** A showing to be repeated. */
export interface Again {
  readonly seed: string
  readonly answer: Answer
  /** What was entered of the steps in between. */
  readonly steps: Answer | null
}

/**
 * How a graded card was shown, out of the grade itself, so that taking it back shows the same numbers with the same answer
 * also after a reload. Undefined where the card has other words by now.
 */
export const asShown = (deed: Deed, shelf: Shelf): Again | undefined => {
  if (deed.kind !== 'grade' || shelf.cards.get(deed.cardId)?.card.revision !== deed.revision) return undefined
  const answer = readAnswer(deed.answer)
  return answer ? { seed: deed.seed ?? deed.id, answer, steps: readSteps(deed.answer) } : undefined
}
