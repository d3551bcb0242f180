import type { Deed } from '@/lib/schedule/standing'
import type { Answer } from '@/lib/view/input'
import { readAnswer } from './read-answer'
import type { Shelf } from './shelf'

/**
 * How a graded card was shown, out of the grade itself, so that taking it back shows the same numbers with the same answer
 * also after a reload. Undefined where the card has other words by now.
 */
export const asShown = (deed: Deed, shelf: Shelf): { readonly seed: string; readonly answer: Answer } | undefined => {
  if (deed.kind !== 'grade' || shelf.cards.get(deed.cardId)?.revision !== deed.revision) return undefined
  const answer = readAnswer(deed.answer)
  return answer ? { seed: deed.seed ?? deed.id, answer } : undefined
}
