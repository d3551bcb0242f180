import type { CardId, EventId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import { compareEvents, type ReviewEvent } from '@/lib/schedule/event'
import { foldCard } from '@/lib/schedule/replay'
import type { Rejection, ReviewStore, SyncPosition } from '@/lib/sync/store'

/** The plainest review store: it always replays, so the others are measured against it. */
export const makeMemoryReviewStore = (): ReviewStore => {
  const events = new Map<EventId, ReviewEvent>()
  const outbox = new Set<EventId>()
  const rejected = new Map<EventId, Rejection>()
  let position: SyncPosition = { epoch: null, cursor: 0 }
  const ordered = () => [...events.values()].sort(compareEvents)
  const history = (cardId: CardId) => ordered().filter((event) => event.cardId === cardId)
  const refold = (cards: Iterable<CardId>): readonly CardState[] => [...cards].map((id) => foldCard(id, history(id)))

  return {
    append: async (added) => {
      const cards = new Set<CardId>()
      for (const event of added) {
        if (events.has(event.id)) continue
        events.set(event.id, event)
        outbox.add(event.id)
        cards.add(event.cardId)
      }
      return refold(cards)
    },
    receive: async (received) => {
      if (received.kind === 'start-over') {
        for (const id of events.keys()) outbox.add(id)
        rejected.clear()
        position = { epoch: received.epoch, cursor: 0 }
        return []
      }
      const cards = new Set<CardId>()
      for (const id of received.accepted) outbox.delete(id)
      for (const one of received.rejected) {
        outbox.delete(one.id)
        rejected.set(one.id, one)
      }
      for (const event of received.events) {
        outbox.delete(event.id)
        if (events.get(event.id)?.at === event.at) continue
        events.set(event.id, event)
        cards.add(event.cardId)
      }
      position = received.position
      return refold(cards)
    },
    history: async (cardId) => history(cardId),
    between: async (from, to) => ordered().filter((event) => event.at >= from && event.at < to),
    states: async () => new Map(refold(new Set(ordered().map((e) => e.cardId))).map((state) => [state.cardId, state])),
    outbox: async (limit) =>
      [...outbox]
        .sort()
        .slice(0, limit)
        .flatMap((id) => events.get(id) ?? []),
    waiting: async () => outbox.size,
    position: async () => position,
    rejections: async () => [...rejected.values()],
  }
}
