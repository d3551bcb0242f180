import 'server-only'

const tries = 12

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * Whether trying again may succeed: the embedded database is busy with another process's writing (P1008, `SocketTimeout`),
 * or PostgreSQL broke a tie between two transactions (P2034, `TransactionWriteConflict`). Neither has changed anything.
 */
export const isBusy = (error: unknown): boolean => {
  if (!isRecord(error)) return false
  if (error.code === 'P1008' || error.code === 'P2034') return true
  const { cause } = error
  return (
    isRecord(cause) &&
    (cause.kind === 'SocketTimeout' ||
      cause.kind === 'TransactionWriteConflict' ||
      // Deadlock and serialization failure, where the adapter passes PostgreSQL's code through.
      cause.originalCode === '40P01' ||
      cause.originalCode === '40001')
  )
}

/** Runs the work again, a little later each time, while the database says it is busy. */
export const withRetry = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === tries || !isBusy(error)) throw error
      // Up to 10, 20, 40 ... 1000 ms; random, so that two processes do not meet again.
      const wait = Math.min(1000, 5 * 2 ** attempt) * Math.random()
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** Whether a unique value was there already: somebody else was a moment faster. */
export const isTaken = (error: unknown): boolean => isRecord(error) && error.code === 'P2002'
