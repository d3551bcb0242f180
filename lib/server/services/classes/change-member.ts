import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ContentRole, StudentDataRole } from '@/lib/sync/class'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { staffAccess } from './access'
import { takeLentBack } from './lent-decks'
import { lockClass } from './lock-class'

/** Whether the class keeps an owner when this person's content role becomes another. */
const keepsOwner = async (tx: Transaction, classId: string, userId: string): Promise<boolean> =>
  (await tx.classMember.count({ where: { classId, content: 'owner', userId: { not: userId } } })) > 0

/**
 * Gives somebody in the class other roles on the staff. Owners alone may, for themselves too; one owner stays. A bank of
 * somebody who no longer edits content is learned here no more.
 */
export const changeRoles = (
  db: Database,
  userId: UserId,
  classId: string,
  memberId: string,
  roles: { readonly content: ContentRole; readonly studentData: StudentDataRole },
): Promise<Result<null, 'not-found' | 'class-role' | 'last-owner' | 'guest'>> =>
  inTransaction(db, async (tx) => {
    await lockClass(tx, classId)
    const access = await staffAccess(tx, userId, classId, { content: 'owner' })
    if (!access.ok) return access
    const where = { classId_userId: { classId, userId: memberId } }
    const member = await tx.classMember.findUnique({ where, select: { user: { select: { kind: true } } } })
    if (member === null) return refuse('not-found')
    const staff = roles.content !== 'none' || roles.studentData !== 'none'
    if (staff && member.user.kind === 'guest') return refuse('guest')
    if (roles.content !== 'owner' && !(await keepsOwner(tx, classId, memberId))) return refuse('last-owner')
    await tx.classMember.update({ where, data: roles })
    await takeLentBack(tx, { classId })
    return ok(null)
  })

/** Puts a student out for good, or lets them come back by a code. Whoever was put out sees the class no more. */
export const blockStudent = (
  db: Database,
  userId: UserId,
  classId: string,
  studentId: string,
  blocked: boolean,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    await lockClass(tx, classId)
    const access = await staffAccess(tx, userId, classId, { studentData: 'editor' })
    if (!access.ok) return access
    const { count } = await tx.classMember.updateMany({
      where: { classId, userId: studentId, student: blocked ? { in: ['learning', 'left'] } : 'blocked' },
      data: { student: blocked ? 'blocked' : 'left' },
    })
    return count === 1 ? ok(null) : refuse('not-found')
  })

/** What the staff writes about a student. */
export interface Listing {
  readonly listedName: string
  readonly number: string
  readonly label: string
}

/** Changes a student's name and number on the class list, and the label that exams make accommodations for. */
export const changeListing = (
  db: Database,
  userId: UserId,
  classId: string,
  studentId: string,
  listing: Listing,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { studentData: 'editor' })
    if (!access.ok) return access
    const { count } = await tx.classMember.updateMany({
      where: { classId, userId: studentId, student: { not: 'none' } },
      data: listing,
    })
    return count === 1 ? ok(null) : refuse('not-found')
  })
