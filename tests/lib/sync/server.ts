import type { EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { mostReturned } from '@/lib/sync/decode-exchange'
import type { SyncRequest, SyncResponse } from '@/lib/sync/protocol'

/** The plainest server that keeps the protocol: one person, a list of events, clocks more than 10 minutes ahead set right. */
export const makeServer = (epoch: string, clock: () => number) => {
  const log: ReviewEvent[] = []
  const known = new Set<EventId>()
  return {
    events: () => log,
    answer: (request: SyncRequest): SyncResponse => {
      const ahead = (request.sentAt ?? clock()) - clock()
      for (const event of request.events) {
        if (known.has(event.id)) continue
        known.add(event.id)
        log.push(ahead > 600_000 ? { ...event, at: event.at - ahead } : event)
      }
      const cursor = request.epoch === epoch || request.epoch === null ? request.cursor : 0
      const events = log.slice(cursor, cursor + mostReturned)
      return {
        epoch,
        accepted: request.events.map((event) => event.id),
        rejected: [],
        events,
        cursor: cursor + events.length,
        more: cursor + events.length < log.length,
      }
    },
  }
}
