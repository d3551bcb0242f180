/** The server's time on this device, whatever its own clock says or is set to meanwhile. */
export interface ServerClock {
  /** ms since 1970 by the server. */
  readonly now: () => number
  /** An answer said this time; half of the way there and back has passed since. */
  readonly hear: (serverNow: number, askedAt: number) => void
}

/** `ticks` only ever grows, ms from any beginning: `performance.now`. */
export const makeServerClock = (ticks: () => number, serverNow: number): ServerClock => {
  let heard = { server: serverNow, at: ticks() }
  return {
    now: () => heard.server + (ticks() - heard.at),
    hear: (server, askedAt) => {
      const at = ticks()
      heard = { server: server + (at - askedAt) / 2, at }
    },
  }
}
