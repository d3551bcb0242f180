import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { deletePerson } from './delete-account'
import { mergeGuest } from './merge-guest'

/** Somebody who is gone, and who took over their reviews. */
export interface Departure {
  readonly userId: string
  readonly mergedInto: string | null
  readonly at: Date
}

/**
 * Lets everybody leave again who has left: a backup was made before some of them did. A guest whose reviews an account took
 * over gives them to it again; where that account is not known either, the guest stays, since the reviews are nobody else's.
 * Returns how many left.
 */
export const repeatDepartures = async (db: Database, departures: readonly Departure[]): Promise<number> => {
  let left = 0
  for (const { userId, mergedInto, at } of departures) {
    const person = await db.user.findUnique({ where: { id: userId }, select: { kind: true } })
    if (!person) continue
    const id = asId<UserId>(userId)
    if (mergedInto === null) await deletePerson(db, id, at)
    else {
      const heir = await db.user.findUnique({ where: { id: mergedInto }, select: { id: true } })
      if (!heir || person.kind !== 'guest') continue
      // The backup may have been made in between, and know of it already.
      await db.departure.deleteMany({ where: { userId } })
      await mergeGuest(db, id, asId<UserId>(mergedInto), at)
    }
    left++
  }
  return left
}
