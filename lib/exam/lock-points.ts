import type { PaperSlot } from './paper/zone'

/** Zones a lock-point stands behind: once it is passed, what lies before it can be seen no more. */
export type Locks = readonly boolean[]

/** First zone that is still open to somebody who has come to `zone`. */
export const firstOpen = (locks: Locks, zone: number): number => {
  for (let before = zone - 1; before >= 0; before--) if (locks[before]) return before + 1
  return 0
}

/** Last zone somebody who has come to `zone` may see: up to the next lock-point. */
const lastOpen = (locks: Locks, zone: number): number => {
  const at = locks.findIndex((lock, index) => lock && index >= zone)
  return at === -1 ? Math.max(zone, locks.length - 1) : at
}

/** Where a lock-point ahead leads to; null where there is none, or nothing behind it. */
export const nextPlace = (locks: Locks, zone: number): number | null => {
  const next = lastOpen(locks, zone) + 1
  return next < locks.length ? next : null
}

/** What of a paper is open to somebody who has come to `zone`. */
export const openSlots = <Slot extends Pick<PaperSlot, 'zone'>>(
  paper: readonly Slot[],
  locks: Locks,
  zone: number,
): readonly Slot[] => {
  const [first, last] = [firstOpen(locks, zone), lastOpen(locks, zone)]
  return paper.filter((slot) => slot.zone >= first && slot.zone <= last)
}
