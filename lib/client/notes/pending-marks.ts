import type { Mark } from './desk'

/** A decision on its way into the database. */
export interface PendingMark {
  readonly desk: string
  readonly card: string
  readonly mark: Mark
}

const place = 'gradeck-notes-pending'
/** More at once come from one button, and that page is not closed in the same instant. */
const most = 500

/** A page that is closed the instant after a key loses what the database had not begun: it is noted here at once. */
export const makePendingMarks = (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) => {
  const waiting = new Set<PendingMark>()
  const note = () => {
    try {
      if (waiting.size === 0) storage?.removeItem(place)
      else storage?.setItem(place, JSON.stringify([...waiting]))
    } catch {
      // Full or forbidden: the database is still written a moment later.
    }
  }
  return {
    add: (marks: readonly PendingMark[]): void => {
      if (marks.length > most) return
      for (const mark of marks) waiting.add(mark)
      note()
    },
    done: (marks: readonly PendingMark[]): void => {
      for (const mark of marks) waiting.delete(mark)
      note()
    },
    /** What an earlier page noted for a desk and did not see kept. */
    left: (desk: string): readonly PendingMark[] => {
      try {
        // Written by this very file.
        const all = JSON.parse(storage?.getItem(place) ?? '[]') as readonly PendingMark[]
        return all.filter((one) => one.desk === desk)
      } catch {
        return []
      }
    },
  }
}
