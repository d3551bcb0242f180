import { type DBSchema, deleteDB } from 'idb'
import { openOnce } from '../store/open-once'

interface JournalSchema extends DBSchema {
  texts: { key: string; value: string }
}

const name = 'gradeck-exams'

/**
 * What is in local storage, once more. Browsers write local storage to disk seconds to a minute after it was set, so that
 * a browser which dies as a whole forgets it; this is on the disk within moments.
 */
export interface Journal {
  /** Null where nothing is kept, or nothing can be read. */
  readonly read: (key: string) => Promise<string | null>
  /** Writes what is newest, one after the other; null removes it. */
  readonly write: (key: string, text: string | null) => void
}

/** Removes every exam's answers from this device. */
export const deleteJournal = (): Promise<void> => deleteDB(name)

const open = openOnce<JournalSchema>(name, (db) => void db.createObjectStore('texts'))

const put = async (key: string, text: string | null): Promise<void> => {
  const tx = (await open()).transaction('texts', 'readwrite', { durability: 'strict' })
  await (text === null ? tx.store.delete(key) : tx.store.put(text, key))
  await tx.done
}

/** Writes texts by key one at a time: while one is written, only the newest of what follows waits. */
export const makeJournal = (
  get: (key: string) => Promise<string | null>,
  set: (key: string, text: string | null) => Promise<void>,
): Journal => {
  const waiting = new Map<string, string | null>()
  let writing = false
  const writeAll = async (): Promise<void> => {
    writing = true
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      waiting.delete(next[0])
      // A browser that keeps no database still has its local storage.
      await set(...next).catch(() => undefined)
    }
    writing = false
  }
  return {
    read: (key) => get(key).catch(() => null),
    write: (key, text) => {
      waiting.set(key, text)
      if (!writing) void writeAll()
    },
  }
}

/** A database that does not open must not keep a student from their exam, ms. */
const patience = 2000

/** The journal of this browser. */
export const browserJournal: Journal = makeJournal(
  (key) =>
    Promise.race([
      open().then(async (db) => (await db.get('texts', key)) ?? null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
    ]),
  put,
)
