import 'server-only'
import { type ListRow, mostRows, readClassList } from '@/lib/classes/class-list'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { withinLimit } from '../limit'
import { newUserId } from '../new-id'
import { linkPath, makeLink } from '../one-time-link'
import { staffAccess } from './access'
import { lockClass } from './lock-class'

const lifeMs = 60 * 24 * 3_600_000
const listsAnHour = 30
const hourMs = 3_600_000

/** A link that signs its student in, once. */
export interface SeatLink {
  readonly name: string
  readonly number: string
  readonly path: string
}

export interface ListedRow extends ListRow {
  /** In the class already, by number, or by name where no number is given. */
  readonly there: boolean
}

export interface ListTaken {
  readonly rows: readonly ListedRow[]
  /** Empty on a trial. */
  readonly links: readonly SeatLink[]
}

const linkFor = async (tx: Transaction, userId: UserId, now: Date): Promise<string> =>
  linkPath('recovery', await makeLink(tx, { purpose: 'recovery', userId, email: null, lifeMs }, now))

/**
 * Takes a class list in: each new row becomes a student without an e-mail address, a guest as any other, who signs in by a
 * link that opens once and may make an account later. `trial` only tells what would become of every row.
 */
export const takeClassList = async (
  db: Database,
  userId: UserId,
  classId: string,
  text: string,
  trial: boolean,
  now: Date,
): Promise<Result<ListTaken, 'not-found' | 'class-role' | 'class-closed' | 'class-list' | 'too-many'>> => {
  const access = await staffAccess(db, userId, classId, { studentData: 'editor' })
  if (!access.ok) return access
  if (access.value.closed) return refuse('class-closed')
  const read = readClassList(text)
  if (read.length === 0 || read.length > mostRows) return refuse('class-list')
  if (!(await withinLimit(db, { key: `class-list:${userId}`, most: listsAnHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  return inTransaction(db, async (tx) => {
    if (!trial) await lockClass(tx, classId)
    const known = await tx.classMember.findMany({
      where: { classId, student: { not: 'none' } },
      select: { listedName: true, number: true },
    })
    const numbers = new Set(known.map(({ number }) => number).filter((number) => number !== ''))
    const names = new Set(known.map(({ listedName }) => listedName))
    const rows = read.map((row) => ({
      ...row,
      there: row.number === '' ? names.has(row.name) : numbers.has(row.number),
    }))
    if (trial) return ok({ rows, links: [] })
    const links: SeatLink[] = []
    for (const { name, number, label, fault, there } of rows) {
      if (fault !== null || there) continue
      const id = newUserId(now)
      await tx.user.create({ data: { id, kind: 'guest', name, createdAt: now, lastSeenAt: now } })
      await tx.classMember.create({
        data: {
          classId,
          userId: id,
          student: 'learning',
          joinedAt: now,
          listedName: name,
          number,
          label,
          seatLinkAt: now,
        },
      })
      links.push({ name, number, path: await linkFor(tx, id, now) })
    }
    return ok({ rows, links })
  })
}

/**
 * Makes new links for students who came from a class list and have no account of their own; earlier ones close. The student
 * is told when it was done: whoever holds the link is signed in as them.
 */
export const renewSeatLinks = (
  db: Database,
  userId: UserId,
  classId: string,
  students: readonly string[],
  now: Date,
): Promise<Result<readonly SeatLink[], 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { studentData: 'editor' })
    if (!access.ok) return access
    const seats = await tx.classMember.findMany({
      where: {
        classId,
        userId: { in: [...students] },
        student: 'learning',
        seatLinkAt: { not: null },
        user: { is: { kind: 'guest' } },
      },
      orderBy: [{ number: 'asc' }, { listedName: 'asc' }],
    })
    if (seats.length === 0) return refuse('not-found')
    const links: SeatLink[] = []
    for (const seat of seats)
      links.push({
        name: seat.listedName,
        number: seat.number,
        path: await linkFor(tx, asId<UserId>(seat.userId), now),
      })
    const all = { classId, userId: { in: seats.map((seat) => seat.userId) } }
    await tx.classMember.updateMany({ where: all, data: { seatLinkAt: now } })
    return ok(links)
  })
