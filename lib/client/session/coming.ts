import type { CardId } from '@/lib/core/id'
import { nextCard, type Sitting } from '@/lib/schedule/next-card'
import type { Queue } from '@/lib/schedule/queue'

/** Grades and the clock still change which card follows, so more than one is made ready. */
const howFar = 3

/** The cards that may follow the one on the screen: short steps that may fall due, and what the queue would give next. */
export const coming = (queue: Queue, now: number, sitting: Sitting, current: CardId): readonly CardId[] => {
  const found: CardId[] = []
  const passed = [...sitting.skipped, current]
  while (found.length < howFar) {
    const next = nextCard(queue, now, { recent: sitting.recent, skipped: passed })
    // What was passed over comes back when nothing else is left.
    if (next === null || passed.includes(next.card.id)) break
    found.push(next.card.id)
    passed.push(next.card.id)
  }
  return [...found, ...queue.learning.map(({ card }) => card.id)]
}
