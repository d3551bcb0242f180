import type { CardId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { type Deed, standing } from '@/lib/schedule/standing'

type GradeDeed = Extract<Deed, { kind: 'grade' }>

/** One way of being wrong at one card. */
export interface NotedMistake {
  readonly cardId: CardId
  /** The recognised mistake; null where none explains the answer, or it was forgotten. */
  readonly mistake: string | null
  readonly times: number
  /** The latest answer of this kind. */
  readonly last: GradeDeed
}

export const mistakeOrders = ['newest', 'frequent'] as const
export type MistakeOrder = (typeof mistakeOrders)[number]

const wasWrong = ({ verdict, grade }: GradeDeed): boolean =>
  verdict === 'wrong' || (verdict === 'ungraded' && grade === 'again')

/**
 * The wrong answers of a learner's own history, those of one card and one mistake together. What was taken back is none; a card
 * that nobody marks was wrong where it was said to be forgotten.
 */
export const notedMistakes = (events: readonly ReviewEvent[], order: MistakeOrder): readonly NotedMistake[] => {
  const found = new Map<string, NotedMistake>()
  for (const deed of standing(events).deeds) {
    if (deed.kind !== 'grade' || !wasWrong(deed)) continue
    const { cardId, mistake } = deed
    const key = `${cardId} ${mistake ?? ''}`
    found.set(key, { cardId, mistake, times: (found.get(key)?.times ?? 0) + 1, last: deed })
  }
  const newest = (a: NotedMistake, b: NotedMistake) => b.last.at - a.last.at || (a.last.id < b.last.id ? 1 : -1)
  return [...found.values()].sort(order === 'newest' ? newest : (a, b) => b.times - a.times || newest(a, b))
}
