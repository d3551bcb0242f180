import { type DBSchema, deleteDB } from 'idb'
import { openOnce } from '../store/open-once'

/** A file that was changed here and has not reached the server. */
export interface UnsavedFile {
  readonly path: string
  /** As the server had it when it was changed here first; null for a file that was not there. */
  readonly was: string | null
  /** As it is here; null where it was removed. */
  readonly text: string | null
}

interface UnsavedSchema extends DBSchema {
  /** By bank. */
  unsaved: { key: string; value: readonly UnsavedFile[] }
}

const name = 'gradeck-editor'

/** Keeps what the server has not yet, so that a closed page or a dead battery loses nothing. */
export interface UnsavedStore {
  readonly read: (bank: string) => Promise<readonly UnsavedFile[]>
  readonly write: (bank: string, files: readonly UnsavedFile[]) => Promise<void>
}

/** Removes everything unsaved from this device. */
export const deleteUnsaved = (): Promise<void> => deleteDB(name)

const open = openOnce<UnsavedSchema>(name, (db) => void db.createObjectStore('unsaved'))

export const unsavedStore: UnsavedStore = {
  read: async (bank) => (await (await open()).get('unsaved', bank)) ?? [],
  write: async (bank, files) => {
    const db = await open()
    if (files.length === 0) await db.delete('unsaved', bank)
    else await db.put('unsaved', files, bank)
  },
}
