import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Pace } from '@/lib/schedule/class-pace'
import { type Database, inTransaction } from '../../db/client'
import { heldBy, lockBank } from '../banks/access'
import { assignableBy } from '../visible-decks'
import { staffAccess } from './access'
import { lockClass } from './lock-class'

const mostDecks = 100

/**
 * Lets the class learn a deck at a pace, or learn it at another pace. A deck of the server or one that is open to everybody
 * may be assigned, and a published bank of one's own: whose bank it is decides who reads it.
 */
export const assignDeck = (
  db: Database,
  userId: UserId,
  classId: string,
  deckId: string,
  pace: Pace,
  now: Date,
): Promise<Result<null, 'not-found' | 'class-role' | 'class-closed' | 'too-many'>> =>
  inTransaction(db, async (tx) => {
    await lockClass(tx, classId)
    const access = await staffAccess(tx, userId, classId, { content: 'editor' })
    if (!access.ok) return access
    if (access.value.closed) return refuse('class-closed')
    const place = { classId, deckId }
    const { count } = await tx.classDeck.updateMany({ where: place, data: { pace: JSON.stringify(pace) } })
    if (count > 0) return ok(null)
    if ((await tx.classDeck.count({ where: { classId } })) >= mostDecks) return refuse('too-many')
    // A bank bears its deck's name. Whoever takes its owner's role away at this moment waits here, or is waited for.
    await lockBank(tx, deckId)
    const deck = await tx.deck.findFirst({
      where: { id: deckId, currentHash: { not: null }, AND: assignableBy(userId) },
      select: { id: true },
    })
    if (deck === null) return refuse('not-found')
    const lent = (await tx.bank.count({ where: { deck: { is: { id: deckId } }, ...heldBy(userId, 'owner') } })) > 0
    await tx.classDeck.create({ data: { ...place, lent, assignedAt: now, pace: JSON.stringify(pace) } })
    return ok(null)
  })

/** Takes a deck from the class; what students did with it stays theirs. */
export const unassignDeck = (
  db: Database,
  userId: UserId,
  classId: string,
  deckId: string,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { content: 'editor' })
    if (!access.ok) return access
    const { count } = await tx.classDeck.deleteMany({ where: { classId, deckId } })
    return count === 1 ? ok(null) : refuse('not-found')
  })
