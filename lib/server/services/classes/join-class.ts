import 'server-only'
import { asId, type ClassId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { withinLimit } from '../limit'
import { normalCode } from './join-code'

const hourMs = 3_600_000

/** Tries within an hour: a class of hundreds behind one address looks and joins, a person mistypes now and then. */
const most = { look: { person: 120, address: 3000 }, join: { person: 30, address: 1000 } }

/** Who tries a code: an account, where there is one, and the network it comes from. */
export interface CodeVisitor {
  readonly account: UserId | null
  readonly address: string
}

/** Whoever guesses codes is slowed by account and by address: another account is made in a moment. */
export const mayTryCode = async (
  db: Database,
  deed: keyof typeof most,
  { account, address }: CodeVisitor,
  now: Date,
): Promise<boolean> => {
  const key = `class-code:${deed}`
  const { person, address: all } = most[deed]
  const within = await withinLimit(db, { key: `${key}-from:${address}`, most: all, windowMs: hourMs }, now)
  if (account === null || !within) return within
  return withinLimit(db, { key: `${key}:${account}`, most: person, windowMs: hourMs }, now)
}

/** The open class that a code lets in to, now. */
export const classOfCode = async (db: Database | Transaction, code: string, now: Date): Promise<ClassId | null> => {
  const found = await db.class.findFirst({
    where: { code: normalCode(code), codeUntil: { gt: now }, closedAt: null },
    select: { id: true },
  })
  return found === null ? null : asId<ClassId>(found.id)
}

/**
 * Makes somebody a student of a class, within a transaction of the caller's. Whoever has left comes back as of now; whoever
 * learns here already stays as they are. Somebody blocked is refused as a code is that does not exist.
 */
export const enrol = async (
  tx: Transaction,
  classId: ClassId,
  userId: UserId,
  now: Date,
): Promise<Result<ClassId, 'class-code'>> => {
  const place = { classId, userId }
  const learning = { student: 'learning', joinedAt: now } as const
  // Looked at by the statement that writes: whoever is blocked at this very moment must not come in over it.
  const { count } = await tx.classMember.updateMany({
    where: { ...place, student: { in: ['none', 'left'] } },
    data: learning,
  })
  if (count === 0) await writeRows(tx, 'ClassMember', [{ ...place, ...learning }], ['classId', 'userId'], [], [])
  const { student } = await tx.classMember.findUniqueOrThrow({
    where: { classId_userId: place },
    select: { student: true },
  })
  return student === 'learning' ? ok(classId) : refuse('class-code')
}

/** Joins by a code, guests too: a guest who makes or finds an account later takes the class along. */
export const joinClass = async (
  db: Database,
  userId: UserId,
  code: string,
  now: Date,
  address = 'unknown',
): Promise<Result<ClassId, 'class-code' | 'too-many'>> => {
  if (!(await mayTryCode(db, 'join', { account: userId, address }, now))) return refuse('too-many')
  return inTransaction(db, async (tx) => {
    const classId = await classOfCode(tx, code, now)
    return classId === null ? refuse('class-code') : enrol(tx, classId, userId, now)
  })
}

/** Leaves a class as a student: the staff sees no review any more, and a later return shows only what comes after it. */
export const leaveClass = async (db: Database, userId: UserId, classId: string): Promise<Result<null, 'not-found'>> => {
  const { count } = await db.classMember.updateMany({
    where: { classId, userId, student: 'learning' },
    data: { student: 'left' },
  })
  return count === 1 ? ok(null) : refuse('not-found')
}
