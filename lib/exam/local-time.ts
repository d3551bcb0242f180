import { zoneOffsetAt } from '@/lib/core/zone'

/** An instant as a clock on a wall of the zone shows it: `2026-03-10T13:00`, to the minute. */
export const localOf = (zone: string, at: number): string =>
  new Date(at + zoneOffsetAt(zone, at) * 60_000).toISOString().slice(0, 16)

/**
 * The instant at which such a clock shows this; null where the text is none. An hour that summer time skips is read as the
 * one after it, an hour that comes twice as the first.
 */
export const instantOf = (zone: string, local: string): number | null => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null
  const wall = Date.parse(`${local}:00Z`)
  if (Number.isNaN(wall)) return null
  const candidates = [wall - 86_400_000, wall + 86_400_000].map((near) => wall - zoneOffsetAt(zone, near) * 60_000)
  const exact = candidates.filter((at) => localOf(zone, at) === local)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}
