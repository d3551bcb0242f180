import { asId, type DeviceId, type EventId, makeId } from '@/lib/core/id'
import type { LearnerDatabase } from './store/database'

/** Plain http has no `crypto.randomUUID`; `getRandomValues` is everywhere. */
const randomBytes = () => crypto.getRandomValues(new Uint8Array(16))

/** An id for an event about to happen; ids of one device sort by the time they were made. */
export const newEventId = (at: number): EventId => makeId<EventId>(at, randomBytes())

/** This device's id, and whether it was made just now, on the first visit. Two tabs that race for it agree on one. */
export const readDevice = async (
  db: LearnerDatabase,
  at: number,
): Promise<{ readonly deviceId: DeviceId; readonly first: boolean }> => {
  const known = await db.get('meta', 'device')
  if (typeof known === 'string') return { deviceId: asId<DeviceId>(known), first: false }
  const tx = db.transaction('meta', 'readwrite')
  const stored = await tx.store.get('device')
  const deviceId = typeof stored === 'string' ? asId<DeviceId>(stored) : makeId<DeviceId>(at, randomBytes())
  if (deviceId !== stored) await tx.store.put(deviceId, 'device')
  await tx.done
  return { deviceId, first: true }
}
