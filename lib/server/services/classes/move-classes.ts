import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Transaction } from '../../db/client'
import type { Listing } from './change-member'
import { lockClass } from './lock-class'

/** What the staff wrote about either; where they wrote about both, about the account. */
const listingOf = (known: Listing | null, guest: Listing): Listing => ({
  listedName: known?.listedName || guest.listedName,
  number: known?.number || guest.number,
  label: known?.label || guest.label,
})

/**
 * The classes a guest learns in become the account's. Where the account is in the class already it keeps its roles; what
 * counts against somebody stays, so that nobody comes back in through a new account, and the earlier day of joining counts, as
 * does what the staff wrote on the class list.
 */
export const moveClasses = async (tx: Transaction, guestId: UserId, memberId: UserId): Promise<void> => {
  const learnedIn = await tx.classMember.findMany({
    where: { userId: guestId },
    select: { classId: true },
    orderBy: { classId: 'asc' },
  })
  // Whoever is being put out at this moment is put out first, or is found where they are now.
  for (const { classId } of learnedIn) await lockClass(tx, classId)
  for (const row of await tx.classMember.findMany({ where: { userId: guestId } })) {
    const place = { classId: row.classId, userId: memberId }
    const known = await tx.classMember.findUnique({ where: { classId_userId: place } })
    if (known === null || known.student === 'none' || known.student === 'left') {
      const { student, joinedAt } = row
      const update = { student, joinedAt, ...listingOf(known, row) }
      await tx.classMember.upsert({
        where: { classId_userId: place },
        create: { ...place, ...update },
        update,
      })
    } else if (row.student === 'blocked') {
      await tx.classMember.update({ where: { classId_userId: place }, data: { student: 'blocked' } })
    } else if (row.student === 'learning') {
      const joinedAt = row.joinedAt < known.joinedAt ? row.joinedAt : known.joinedAt
      await tx.classMember.update({ where: { classId_userId: place }, data: { joinedAt, ...listingOf(known, row) } })
    }
  }
}
