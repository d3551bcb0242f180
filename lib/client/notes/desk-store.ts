import { type DBSchema, deleteDB } from 'idb'
import { openOnce } from '../store/open-once'
import type { Desk, Mark } from './desk'
import { makePendingMarks } from './pending-marks'

interface DeskSchema extends DBSchema {
  /** By the bank they are for; `new` for a bank that is still to be made. */
  desks: { key: string; value: Desk }
  marks: { key: [desk: string, card: string]; value: Mark }
}

const name = 'gradeck-notes'

/** Keeps notes and decisions on this device, so that a closed page loses nothing. */
export interface DeskStore {
  readonly read: (key: string) => Promise<{ readonly desk: Desk; readonly marks: ReadonlyMap<string, Mark> } | null>
  readonly write: (key: string, desk: Desk) => Promise<void>
  readonly mark: (key: string, marks: readonly (readonly [card: string, mark: Mark])[]) => Promise<void>
  readonly clear: (key: string) => Promise<void>
}

/** Removes all notes and decisions from this device. */
export const deleteNotes = (): Promise<void> => deleteDB(name)

const pending = makePendingMarks(globalThis.localStorage)

const marksOf = (key: string) => IDBKeyRange.bound([key], [key, []])

const open = openOnce<DeskSchema>(name, (db) => {
  db.createObjectStore('desks')
  db.createObjectStore('marks')
})

export const deskStore: DeskStore = {
  read: async (key) => {
    const db = await open()
    const desk = await db.get('desks', key)
    if (desk === undefined) return null
    const keys = await db.getAllKeys('marks', marksOf(key))
    const values = await db.getAll('marks', marksOf(key))
    const marks = new Map(keys.flatMap(([, card], i) => (values[i] ? [[card, values[i]] as const] : [])))
    const left = pending.left(key).map(({ card, mark }) => [card, mark] as const)
    if (left.length > 0) await deskStore.mark(key, left)
    return { desk, marks: new Map([...marks, ...left]) }
  },
  write: async (key, desk) => {
    await (await open()).put('desks', desk, key)
  },
  mark: async (key, marks) => {
    const noted = marks.map(([card, mark]) => ({ desk: key, card, mark }))
    pending.add(noted)
    const transaction = (await open()).transaction('marks', 'readwrite')
    await Promise.all([...marks.map(([card, mark]) => transaction.store.put(mark, [key, card])), transaction.done])
    pending.done(noted)
  },
  clear: async (key) => {
    const db = await open()
    await db.delete('desks', key)
    await db.delete('marks', marksOf(key))
  },
}
