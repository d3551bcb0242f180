import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../db/client'
import { handBanksOver } from './banks/bank-people'
import { takeLentBack } from './classes/lent-decks'
import { lockClass } from './classes/lock-class'
import { normalEmail } from './credentials'
import { leaveAttemptsNameless } from './exams/move-attempts'

/**
 * Removes a person with every review, state, device, link and reminder. Classes and banks they alone owned go too; exams they
 * have begun stay without their name. Only the id is remembered, so that a backup restored later removes them again.
 * Returns how many reviews went.
 */
export const deletePerson = (db: Database, userId: UserId, now: Date): Promise<number> =>
  inTransaction(db, async (tx) => {
    const departure = { userId, mergedInto: null, at: now }
    await tx.departure.upsert({ where: { userId }, create: departure, update: departure })
    // Of two last owners who go at once, the second waits here, and then sees that nobody else is left.
    const edited = await tx.classMember.findMany({
      where: { userId, content: { in: ['editor', 'owner'] } },
      select: { classId: true },
      orderBy: { classId: 'asc' },
    })
    for (const { classId } of edited) await lockClass(tx, classId)
    const reviews = await tx.reviewEvent.count({ where: { userId } })
    await tx.class.deleteMany({
      where: {
        members: { some: { userId, content: 'owner' }, none: { userId: { not: userId }, content: 'owner' } },
      },
    })
    await handBanksOver(tx, userId)
    await leaveAttemptsNameless(tx, userId, now)
    await tx.user.deleteMany({ where: { id: userId } })
    await takeLentBack(tx, { classId: { in: edited.map(({ classId }) => classId) } })
    return reviews
  })

/** As `deletePerson`, by the address of an account. */
export const deleteAccount = async (db: Database, email: string, now: Date): Promise<Result<number, 'unknown'>> => {
  const user = await db.user.findUnique({ where: { email: normalEmail(email) }, select: { id: true } })
  return user ? ok(await deletePerson(db, asId<UserId>(user.id), now)) : refuse('unknown')
}
