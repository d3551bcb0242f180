import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Opens a small database of this device when it is first wanted, and again after it was closed or removed. */
export const openOnce = <Schema extends DBSchema>(
  name: string,
  upgrade: (db: IDBPDatabase<Schema>) => void,
): (() => Promise<IDBPDatabase<Schema>>) => {
  let opened: Promise<IDBPDatabase<Schema>> | null = null
  return () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade,
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
}
