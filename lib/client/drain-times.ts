/** The network is back, or the learner is: another device may have reviewed meanwhile. Returns how to stop listening. */
export const whenBack = (task: () => void): (() => void) => {
  const onVisible = () => {
    if (globalThis.document?.visibilityState === 'visible') task()
  }
  globalThis.addEventListener?.('online', task)
  globalThis.document?.addEventListener('visibilitychange', onVisible)
  return () => {
    globalThis.removeEventListener?.('online', task)
    globalThis.document?.removeEventListener('visibilitychange', onVisible)
  }
}

/** One tab at a time where the browser has locks (a secure context); idempotent exchanges make the others safe too. */
export const drainAlone = async (drain: () => Promise<void>): Promise<boolean> => {
  const locks = globalThis.navigator?.locks
  if (!locks) {
    await drain()
    return true
  }
  return locks.request('gradeck-sync', { ifAvailable: true }, async (lock) => {
    if (lock) await drain()
    return lock !== null
  })
}
