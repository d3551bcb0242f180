import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'

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

let opened: Promise<IDBPDatabase<UnsavedSchema>> | null = null

const open = (): Promise<IDBPDatabase<UnsavedSchema>> => {
  opened ??= openDB<UnsavedSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('unsaved')
    },
    // Signing out in another tab removes it.
    blocking(_current, _blocked, event) {
      const target = event.target
      if (target instanceof IDBDatabase) target.close()
      opened = null
    },
    terminated() {
      opened = null
    },
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

export const unsavedStore: UnsavedStore = {
  read: async (bank) => (await (await open()).get('unsaved', bank)) ?? [],
  write: async (bank, files) => {
    const db = await open()
    if (files.length === 0) await db.delete('unsaved', bank)
    else await db.put('unsaved', files, bank)
  },
}
