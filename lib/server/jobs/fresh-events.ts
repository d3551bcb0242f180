import 'server-only'
import { asId, type DeviceId, type EventId } from '@/lib/core/id'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import type { Preset } from '@/lib/schedule/preset'
import type { Database } from '../db/client'

/** The id of what takes an event back, and of what takes that back again: `e`, `e:1`, `e:2` ... */
export const takingBack = (id: string): EventId => {
  const found = /^(.*):(\d+)$/.exec(id)
  return asId<EventId>(found === null ? `${id}:1` : `${found[1]}:${Number(found[2]) + 1}`)
}

/** Ids of what this person has already of a deck and of its settings. */
export const knownEvents = async (
  db: Database,
  userId: string,
  deck: string,
  device: string,
): Promise<ReadonlySet<string>> => {
  const rows = await db.reviewEvent.findMany({
    where: {
      userId,
      OR: [{ cardId: { startsWith: `${deck}/` } }, { cardId: planSubject, deviceId: { startsWith: device } }],
    },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/**
 * What of an import is to be added: events that are not there yet, and for those that an earlier import brought and somebody took back with
 * it, what gives them back. What stands is left as it is.
 */
export const freshEvents = (
  events: readonly ReviewEvent[],
  known: ReadonlySet<string>,
  now: number,
): readonly ReviewEvent[] =>
  events.flatMap((event): readonly ReviewEvent[] => {
    if (!known.has(event.id)) return [event]
    let last: EventId = event.id
    let times = 0
    for (let next = takingBack(last); known.has(next); next = takingBack(next)) {
      last = next
      times++
    }
    if (times % 2 === 0) return []
    const { deviceId, cardId, revision, zoneOffset, dayStartsAt } = event
    return [
      {
        id: takingBack(last),
        deviceId,
        cardId,
        revision,
        at: now,
        zoneOffset,
        dayStartsAt,
        kind: 'undo',
        target: last,
      },
    ]
  })

/** The choice of a preset for a deck, as an event of the import. */
export const presetEvent = (
  deck: string,
  preset: Preset,
  { deviceId, now, zoneOffset }: { readonly deviceId: string; readonly now: number; readonly zoneOffset: number },
): ReviewEvent => ({
  id: asId<EventId>(`anki.${deck}.preset`),
  deviceId: asId<DeviceId>(deviceId),
  cardId: planSubject,
  revision: 'anki',
  at: now,
  zoneOffset,
  dayStartsAt: 4,
  kind: 'plan',
  change: { about: 'preset', deck, preset },
})
