import 'server-only'
import { zoneOffsetAt } from '@/lib/core/zone'

/** Whether this is a time zone the server knows, e.g. `Asia/Shanghai`. */
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall of a zone shows. */
export interface WallClock {
  /** Days since 1970 of the calendar there. */
  readonly day: number
  /** 0..23. */
  readonly hour: number
  /** Minutes east of UTC, daylight saving included. */
  readonly zoneOffset: number
}

export const wallClock = (zone: string, at: Date): WallClock => {
  const zoneOffset = zoneOffsetAt(zone, at.getTime())
  const wall = new Date(at.getTime() + zoneOffset * 60_000)
  return { day: Math.floor(wall.getTime() / 86_400_000), hour: wall.getUTCHours(), zoneOffset }
}
