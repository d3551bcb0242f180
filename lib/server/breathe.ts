import 'server-only'

/** Lets everybody else have their turn: the embedded database answers at once, so that waiting for it alone gives none. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
