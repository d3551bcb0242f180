import type { CardId } from '@/lib/core/id'
import { nextCard, type Sitting } from '@/lib/schedule/next-card'
import type { Queue } from '@/lib/schedule/queue'

/**
 * The cards one of which follows the one on the screen: any short step that may fall due, the next review and the next new
 * card. Which of them it is depends on the grade and on the clock.
 */
export const coming = (queue: Queue, now: number, { recent, skipped }: Sitting, current: CardId): readonly CardId[] => {
  const after = { recent, skipped: [...skipped, current] }
  const learning = queue.learning.map(({ card }) => card.id)
  const others = [
    { ...queue, learning: [], fresh: [] },
    { ...queue, learning: [], reviews: [] },
  ].flatMap((part) => nextCard(part, now, after)?.card.id ?? [])
  return [...new Set([...learning, ...others])].filter((id) => id !== current)
}
