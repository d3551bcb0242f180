import 'server-only'
import type { UserId } from '@/lib/core/id'
import { type Database, inTransaction } from '../db/client'
import { moveClasses } from './classes/move-classes'
import { leaveAttemptsNameless, moveAdmissions, moveAttempts } from './exams/move-attempts'
import { refold } from './refold'
import { lockSequence, moveSequence } from './sequence'

/**
 * A guest has signed in to an account that exists: the guest's reviews become the account's, numbered after its own so that
 * its other devices hear of them, and the touched cards are folded from both histories. The guest is no more.
 * Returns how many events moved.
 */
export const mergeGuest = (db: Database, guestId: UserId, memberId: UserId, now: Date): Promise<number> =>
  inTransaction(db, async (tx) => {
    if (guestId === memberId) return 0
    const { count } = await tx.user.updateMany({
      where: { id: guestId, kind: 'guest' },
      data: { sessionVersion: { increment: 1 } },
    })
    if (count === 0) return 0
    // Always the guest first: two merges into each other's accounts cannot wait for one another, since members do not move.
    await lockSequence(tx, guestId)
    const last = await lockSequence(tx, memberId)
    const moved = await tx.reviewEvent.findMany({
      where: { userId: guestId },
      orderBy: { sequence: 'asc' },
      select: { sequence: true, cardId: true },
    })
    await tx.reviewEvent.updateMany({
      where: { userId: guestId },
      // The guest's sequence has no gaps, so it lands after the member's without any.
      data: { userId: memberId, sequence: { increment: last } },
    })
    await moveSequence(tx, memberId, last + moved.length)
    await refold(
      tx,
      memberId,
      moved.map((event) => event.cardId),
    )
    for (const { deckId, at, kept } of await tx.deckReader.findMany({ where: { userId: guestId } })) {
      const place = { deckId, userId: memberId }
      await tx.deckReader.upsert({
        where: { deckId_userId: place },
        create: { ...place, at, kept },
        // Who came by the link stays, however the other account was let in.
        update: kept ? {} : { kept },
      })
    }
    await moveClasses(tx, guestId, memberId)
    await moveAttempts(tx, guestId, memberId)
    // Where both have begun an exam, the account's attempt stands; that a second paper was seen stays in the class's list.
    await leaveAttemptsNameless(tx, guestId, now)
    await moveAdmissions(tx, guestId, memberId)
    await tx.departure.create({ data: { userId: guestId, mergedInto: memberId, at: now } })
    await tx.user.delete({ where: { id: guestId } })
    return moved.length
  })
