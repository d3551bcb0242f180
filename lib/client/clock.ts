import type { Moment } from '@/lib/schedule/study-day'

/** The device's time. Tests bring their own. */
export interface Clock {
  /** ms since 1970. */
  readonly now: () => number
  /** Minutes east of UTC at that instant. */
  readonly zoneOffset: (at: number) => number
}

export const deviceClock: Clock = {
  now: () => Date.now(),
  // Subtracted, not negated: Greenwich is at 0, never at -0.
  zoneOffset: (at) => 0 - new Date(at).getTimezoneOffset(),
}

export const momentAt = (clock: Clock, at: number, dayStartsAt: number): Moment => ({
  at,
  zoneOffset: clock.zoneOffset(at),
  dayStartsAt,
})
