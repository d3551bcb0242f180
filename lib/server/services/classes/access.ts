import 'server-only'
import { asId, type ClassId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type ContentRole, contentRoles, reaches, type StudentDataRole, studentDataRoles } from '@/lib/sync/class'
import type { Database, Transaction } from '../../db/client'

/** What somebody is to a class, on both axes of the staff and as a student. */
export interface ClassAccess {
  readonly classId: ClassId
  readonly userId: UserId
  readonly content: ContentRole
  readonly studentData: StudentDataRole
  /** Learns here now: neither left nor blocked. */
  readonly student: boolean
  /** Nobody joins any more and nothing is counted; what is there can be read. */
  readonly closed: boolean
}

/**
 * What somebody may do in a class. Every service about classes, their decks and exams asks this first. A stranger, somebody
 * blocked, somebody who has left and somebody who guesses an id all hear the same: there is no such class.
 */
export const classAccess = async (
  db: Database | Transaction,
  userId: UserId,
  classId: string,
): Promise<Result<ClassAccess, 'not-found'>> => {
  const member = await db.classMember.findUnique({
    where: { classId_userId: { classId, userId } },
    select: { content: true, studentData: true, student: true, class: { select: { closedAt: true } } },
  })
  if (member === null) return refuse('not-found')
  const { content, studentData } = member
  const student = member.student === 'learning'
  if (content === 'none' && studentData === 'none' && !student) return refuse('not-found')
  return ok({
    classId: asId<ClassId>(classId),
    userId,
    content,
    studentData,
    student,
    closed: member.class.closedAt !== null,
  })
}

/** The least role on each axis that a deed asks for. */
export interface Least {
  readonly content?: Exclude<ContentRole, 'none'>
  readonly studentData?: Exclude<StudentDataRole, 'none'>
}

/** Whether an access reaches a role on every axis that is asked for. */
export const mayIn = (access: ClassAccess, { content = undefined, studentData = undefined }: Least): boolean =>
  (content === undefined || reaches<ContentRole>(contentRoles, access.content, content)) &&
  (studentData === undefined || reaches<StudentDataRole>(studentDataRoles, access.studentData, studentData))

/** On the staff at all. */
const isStaff = ({ content, studentData }: ClassAccess): boolean => content !== 'none' || studentData !== 'none'

/** As `classAccess`, for deeds of the staff; a member whose role does not reach hears that, since they know the class. */
export const staffAccess = async (
  db: Database | Transaction,
  userId: UserId,
  classId: string,
  least: Least,
): Promise<Result<ClassAccess, 'not-found' | 'class-role'>> => {
  const access = await classAccess(db, userId, classId)
  if (!access.ok) return access
  return isStaff(access.value) && mayIn(access.value, least) ? access : refuse('class-role')
}
