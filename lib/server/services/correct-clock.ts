import 'server-only'

/** Clocks differ a little everywhere; only beyond this is a time called wrong, ms. */
const toleranceMs = 10 * 60_000

/** Before any device had this application; a correction that leads there says nothing. */
const earliest = Date.UTC(2000, 0, 1)

/**
 * When an event happened, ms since 1970. An event from the future is set back by what its device's clock ran ahead when it
 * was sent, and never past now; everything else is as the device said. All devices then get this one value.
 */
export const correctAt = (at: number, sentAt: number, now: number): number => {
  if (at <= now + toleranceMs) return at
  const corrected = at - Math.max(0, sentAt - now)
  // A clock that was moved between the review and the sync, perhaps by millennia.
  return corrected < earliest ? now : Math.min(now, corrected)
}
