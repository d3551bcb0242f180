import type { ReviewEvent } from '@/lib/schedule/event'

/** Events by the card they belong to. */
export const byCard = (events: readonly ReviewEvent[]): ReadonlyMap<ReviewEvent['cardId'], readonly ReviewEvent[]> => {
  const groups = new Map<ReviewEvent['cardId'], ReviewEvent[]>()
  for (const event of events) {
    const group = groups.get(event.cardId)
    if (group) group.push(event)
    else groups.set(event.cardId, [event])
  }
  return groups
}
