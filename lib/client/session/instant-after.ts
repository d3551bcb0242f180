const dayMs = 86_400_000

/**
 * The instant to write into an event. A clock that went back, stands still, or runs behind another device must not put it
 * before what it follows: buttons are worked out, and undo goes back, in that order.
 */
export const instantAfter = (now: number, ...earlier: readonly (number | undefined)[]): number =>
  earlier.reduce<number>((at, one) => (one !== undefined && one >= at && one - now <= dayMs ? one + 1 : at), now)
