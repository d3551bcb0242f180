/** Tells everything that shows reviews, in this tab and the others, that the store changed. */
export interface Changes {
  /** `except` is the listener of whoever made the change and knows it already. */
  readonly publish: (except?: () => void) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}

export const makeChanges = (): Changes => {
  const listeners = new Set<() => void>()
  const tell = (except?: () => void) => {
    for (const listener of [...listeners]) if (listener !== except) listener()
  }
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('gradeck')
  channel?.addEventListener('message', () => tell())
  return {
    publish: (except) => {
      tell(except)
      channel?.postMessage('changed')
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      channel?.close()
    },
  }
}
