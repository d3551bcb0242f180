const key = 'gradeck.waiting'

/** What a browser took away when it cleared the data of this site. */
export interface Eviction {
  /** Reviews that had not reached the server, as far as is known. */
  readonly lost: number
}

/**
 * Remembers, outside the database, that there is one and how much of it no server has. A browser that clears a database
 * because the disk is full often leaves this small note, and the learner can be told what happened.
 */
export const noteWaiting = (count: number): void => {
  try {
    localStorage.setItem(key, String(count))
  } catch {
    // Without the note nothing can be told; the reviews are none the worse for it.
  }
}

export const forgetNote = (): void => {
  try {
    localStorage.removeItem(key)
  } catch {
    // There was none.
  }
}

/** What is gone, for a database that has just been made; null where there was none before. */
export const readEviction = (): Eviction | null => {
  try {
    const noted = localStorage.getItem(key)
    return noted === null ? null : { lost: Number(noted) || 0 }
  } catch {
    return null
  }
}
