import 'server-only'
import type { Transaction } from '../../db/client'

/**
 * Takes a class's row for this transaction: whoever comes second waits here, and then sees what was done. For deeds that
 * count or look before they write, of which two at the same moment must not both see what was before.
 */
export const lockClass = async (tx: Transaction, classId: string): Promise<void> => {
  await tx.$executeRaw`UPDATE "Class" SET "title" = "title" WHERE "id" = ${classId}`
}
