import 'server-only'

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
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return {
    day: Math.floor(wall / 86_400_000),
    hour: part('hour'),
    zoneOffset: Math.round((wall - at.getTime()) / 60_000),
  }
}
