import type { DeviceId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { mostOffered } from './decode-exchange'
import type { SyncRequest, SyncResponse } from './protocol'
import type { Received, SyncPosition } from './store'

/** What to send. `sentAt` is the device's own clock, by which the server sees how far it is off. */
export const makeRequest = (
  position: SyncPosition,
  outbox: readonly ReviewEvent[],
  deviceId: DeviceId,
  sentAt: number,
): SyncRequest => ({ deviceId, ...position, sentAt, echo: false, events: outbox.slice(0, mostOffered) })

/** What the answer changes, and whether another exchange should follow at once. */
export const readResponse = (
  request: SyncRequest,
  response: SyncResponse,
): { readonly received: Received; readonly again: boolean } => {
  if (request.epoch !== null && request.epoch !== response.epoch) {
    return { received: { kind: 'start-over', epoch: response.epoch }, again: true }
  }
  const offered = new Set(request.events.map((event) => event.id))
  const answered = response.accepted.length + response.rejected.length
  return {
    received: {
      kind: 'received',
      accepted: response.accepted.filter((id) => offered.has(id)),
      rejected: response.rejected.filter(({ id }) => offered.has(id)),
      events: response.events,
      position: { epoch: response.epoch, cursor: response.cursor },
    },
    // A full box suggests that more is waiting in it; an answer that takes nothing must not be asked again for ever.
    again: response.more || (request.events.length === mostOffered && answered > 0),
  }
}
