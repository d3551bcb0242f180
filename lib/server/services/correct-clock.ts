import 'server-only'

/** Clocks differ a little everywhere; only beyond this is a time called wrong, ms. */
const toleranceMs = 10 * 60_000

/**
 * When an event happened, ms since 1970. An event from the future is set back by what its device's clock ran ahead when it
 * was sent, and never past now; everything else is as the device said. All devices then get this one value.
 */
export const correctAt = (at: number, sentAt: number, now: number): number =>
  at <= now + toleranceMs ? at : Math.min(now, at - Math.max(0, sentAt - now))
