import {
  type Decoder,
  defaulting,
  flag,
  integer,
  list,
  nullable,
  number,
  object,
  type Refusal,
  text,
} from '@/lib/core/decode'
import { ok, type Result } from '@/lib/core/result'
import type { ReviewEvent } from '@/lib/schedule/event'
import { decodeEvent, deviceId, eventId } from './decode-event'
import type { SyncRequest, SyncResponse } from './protocol'

/** Most events a device may offer at once. */
export const mostOffered = 200
/** Most events a server hands out at once. */
export const mostReturned = 500

const anything: Decoder<unknown> = (value) => ok(value)
const count = integer(0, Number.MAX_SAFE_INTEGER)
const epoch = text(200)

const frame = object<Omit<SyncRequest, 'events'> & { readonly events: readonly unknown[] }>({
  deviceId: defaulting(nullable(deviceId), null),
  epoch: defaulting(nullable(epoch), null),
  cursor: count,
  sentAt: defaulting(nullable(number(0, Number.MAX_SAFE_INTEGER)), null),
  echo: defaulting(flag, true),
  events: list(anything, mostOffered),
})
const named = object<{ readonly id: ReviewEvent['id'] }>({ id: eventId })

/** A request whose unreadable events stand aside, so that one of them never holds up the others. */
export interface ReadRequest {
  readonly request: SyncRequest
  readonly unreadable: SyncResponse['rejected']
}

/** Reads a request; refuses it as a whole only when its frame, or the id of an event, cannot be read. */
export const decodeSyncRequest = (value: unknown): Result<ReadRequest, Refusal> => {
  const read = frame(value)
  if (!read.ok) return read
  const events: ReviewEvent[] = []
  const unreadable: { id: ReviewEvent['id']; reason: string }[] = []
  for (const [index, one] of read.value.events.entries()) {
    const path = `/events/${index}`
    const event = decodeEvent(one, path)
    if (event.ok) {
      events.push(event.value)
      continue
    }
    const name = named(one, path)
    if (!name.ok) return name
    unreadable.push({ id: name.value.id, reason: event.error.message })
  }
  return ok({ request: { ...read.value, events }, unreadable })
}

export const decodeSyncResponse: Decoder<SyncResponse> = object<SyncResponse>({
  epoch,
  accepted: list(eventId, mostOffered),
  rejected: list(object<SyncResponse['rejected'][number]>({ id: eventId, reason: text(1000) }), mostOffered),
  events: list(decodeEvent, mostReturned),
  cursor: count,
  more: flag,
})
