import { ok, type Result, refuse } from '@/lib/core/result'
import { openPackage } from './archive/open-package'
import { type PackageRefusal, Refused } from './archive/refusal'
import { readCollection } from './collection/read-collection'
import type { OpenTables } from './collection/tables'
import { type CollectionImport, type ImportGround, importCollection } from './import-collection'

/**
 * A package as cards, pictures and reviews of ours, with a report of every row that is lossy. Pure: the same package and ground give the
 * same ids, so that importing again doubles nothing.
 */
export const importPackage = (
  bytes: Uint8Array,
  open: OpenTables,
  ground: ImportGround,
): Result<CollectionImport, PackageRefusal> =>
  orRefusal(() => {
    const opened = openPackage(bytes)
    return importCollection(readCollection(opened.collection, open), opened, ground)
  })

/** What reading gives, or the refusal it was stopped by. */
export const orRefusal = <T>(read: () => T): Result<T, PackageRefusal> => {
  try {
    return ok(read())
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}
