import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { asId, type ClassId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type ContentRole, contentRoles, type StudentDataRole, studentDataRoles } from '@/lib/sync/class'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { withinLimit } from '../limit'
import type { Account } from '../read-account'
import { staffAccess } from './access'
import { enrol } from './join-class'
import { lockClass } from './lock-class'

const lifeMs = 14 * 24 * 3_600_000
const perHour = 100
const hourMs = 3_600_000

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** What an invitation makes of whoever opens it. */
export interface Invitation {
  readonly content: ContentRole
  readonly studentData: StudentDataRole
  readonly student: boolean
  /** For whom, in the staff's words. */
  readonly note: string
}

/** Makes a link that lets one person in, once, and returns its token, the only copy. Staff is invited by owners alone. */
export const invite = async (
  db: Database,
  userId: UserId,
  classId: string,
  { content, studentData, student, note }: Invitation,
  now: Date,
): Promise<Result<string, 'not-found' | 'class-role' | 'class-closed' | 'too-many'>> => {
  const staff = content !== 'none' || studentData !== 'none'
  if (!staff && !student) throw new Error('An invitation makes somebody a student or gives a role.')
  const token = randomBytes(18).toString('base64url')
  if (!(await withinLimit(db, { key: `invite:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  return inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, staff ? { content: 'owner' } : { studentData: 'editor' })
    if (!access.ok) return access
    if (access.value.closed) return refuse('class-closed')
    const expiresAt = new Date(now.getTime() + lifeMs)
    await tx.classInvitation.create({
      data: { tokenHash: hash(token), classId, userId, content, studentData, student, note, createdAt: now, expiresAt },
    })
    return ok(token)
  })
}

/** An invitation that waits, of a class that runs, whose maker could still make it. */
export const findInvitation = async (db: Database | Transaction, token: string, now: Date) => {
  const found = await db.classInvitation.findFirst({
    where: { tokenHash: hash(token), usedAt: null, expiresAt: { gt: now }, class: { is: { closedAt: null } } },
  })
  if (found === null) return null
  const staff = found.content !== 'none' || found.studentData !== 'none'
  const least = staff ? ({ content: 'owner' } as const) : ({ studentData: 'editor' } as const)
  const maker = await staffAccess(db, asId<UserId>(found.userId), found.classId, least)
  return maker.ok ? { ...found, classId: asId<ClassId>(found.classId), staff } : null
}

const higher = <R extends string>(roles: readonly R[], a: R, b: R): R => (roles.indexOf(a) < roles.indexOf(b) ? b : a)

/** Opens an invitation. Of two at once, one succeeds. A role only rises; guests may become students but no staff. */
export const openInvitation = async (
  db: Database,
  { id: userId, kind }: Pick<Account, 'id' | 'kind'>,
  token: string,
  now: Date,
): Promise<Result<ClassId, 'class-code' | 'guest' | 'too-many'>> => {
  if (!(await withinLimit(db, { key: `invitation:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const seen = await findInvitation(db, token, now)
  if (seen === null) return refuse('class-code')
  const { classId } = seen
  if (seen.staff && kind === 'guest') return refuse('guest')
  return inTransaction(db, async (tx) => {
    // Whoever loses a role at this moment loses it first, or after this.
    await lockClass(tx, classId)
    const found = await findInvitation(tx, token, now)
    if (found === null) return refuse('class-code')
    const { content, studentData, staff, student } = found
    const { count } = await tx.classInvitation.updateMany({
      where: { tokenHash: hash(token), usedAt: null },
      data: { usedAt: now },
    })
    if (count === 0) return refuse('class-code')
    if (student) {
      const enrolled = await enrol(tx, classId, userId, now)
      if (!enrolled.ok) {
        // It stays for whoever it was meant for.
        await tx.classInvitation.updateMany({ where: { tokenHash: hash(token) }, data: { usedAt: null } })
        return enrolled
      }
    }
    if (!staff) return ok(classId)
    const place = { classId, userId }
    const known = await tx.classMember.findUnique({ where: { classId_userId: place } })
    const roles = {
      content: higher<ContentRole>(contentRoles, known?.content ?? 'none', content),
      studentData: higher<StudentDataRole>(studentDataRoles, known?.studentData ?? 'none', studentData),
    }
    await tx.classMember.upsert({
      where: { classId_userId: place },
      create: { ...place, ...roles, joinedAt: now },
      update: roles,
    })
    return ok(classId)
  })
}

/** Withdraws every invitation that waits. Returns how many there were. */
export const withdrawInvitations = (
  db: Database,
  userId: UserId,
  classId: string,
  now: Date,
): Promise<Result<number, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { studentData: 'editor' })
    if (!access.ok) return access
    // Whoever may not name staff may not unname it either.
    const own = access.value.content === 'owner' ? {} : { content: 'none' as const, studentData: 'none' as const }
    const { count } = await tx.classInvitation.updateMany({
      where: { classId, usedAt: null, ...own },
      data: { usedAt: now },
    })
    return ok(count)
  })
