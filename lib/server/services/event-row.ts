import 'server-only'
import { asId, type CardId, type DeviceId, type EventId, type UserId } from '@/lib/core/id'
import type { EventBase, ReviewEvent } from '@/lib/schedule/event'

/** A review event as the database keeps it. */
export interface EventRow {
  readonly id: string
  readonly userId: string
  readonly sequence: number
  readonly deviceId: string
  readonly cardId: string
  readonly revision: string
  readonly kind: ReviewEvent['kind']
  readonly at: bigint
  readonly originalAt: bigint
  readonly receivedAt: Date
  readonly zoneOffset: number
  readonly dayStartsAt: number
  readonly detail: string
}

/** PostgreSQL's text cannot hold the character NUL; in JSON it is written as an escape. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '')

/** An event as everybody will hear it from now on. */
export const asKept = (event: ReviewEvent, at: number): ReviewEvent => ({
  ...event,
  revision: withoutNul(event.revision),
  at: Math.floor(at),
})

type Place = Pick<EventRow, 'sequence' | 'receivedAt'> & { readonly userId: UserId; readonly at: number }

export const toRow = (event: ReviewEvent, place: Place): EventRow => {
  const { id, deviceId, cardId, revision, at, zoneOffset, dayStartsAt, kind, ...detail } = event
  return {
    id,
    deviceId,
    cardId,
    revision: withoutNul(revision),
    kind,
    zoneOffset,
    dayStartsAt,
    userId: place.userId,
    sequence: place.sequence,
    at: BigInt(Math.floor(place.at)),
    originalAt: BigInt(Math.floor(at)),
    receivedAt: place.receivedAt,
    detail: JSON.stringify(detail),
  }
}

/** The row was written by `toRow` from a decoded event, so its shape is known. */
export const fromRow = (row: EventRow): ReviewEvent => {
  const base: EventBase = {
    id: asId<EventId>(row.id),
    deviceId: asId<DeviceId>(row.deviceId),
    cardId: asId<CardId>(row.cardId),
    revision: row.revision,
    at: Number(row.at),
    zoneOffset: row.zoneOffset,
    dayStartsAt: row.dayStartsAt,
  }
  const detail: object = JSON.parse(row.detail)
  return { ...base, kind: row.kind, ...detail } as ReviewEvent
}
