import type { SessionSnapshot, StudySession } from '../session-state'

/** What a sitting shows now, and whoever is told when that changes. */
export interface Screen extends Pick<StudySession, 'subscribe' | 'getSnapshot'> {
  /** Nobody hears of it any more once the sitting is closed. */
  readonly show: (next: SessionSnapshot) => void
  readonly closed: () => boolean
  readonly close: () => void
}

/** The first snapshot says `loading`. */
export const makeScreen = (): Screen => {
  const listeners = new Set<() => void>()
  let snapshot: SessionSnapshot = { kind: 'loading' }
  let closed = false
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    show: (next) => {
      if (closed) return
      snapshot = next
      for (const listener of [...listeners]) listener()
    },
    closed: () => closed,
    close: () => {
      closed = true
      listeners.clear()
    },
  }
}
