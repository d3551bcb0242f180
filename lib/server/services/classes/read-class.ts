import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { ClassView, ListedClass } from '@/lib/sync/class-view'
import type { Database } from '../../db/client'
import { wallClock } from '../../reminders/zone'
import { personName } from '../person-name'
import { classAccess } from './access'
import { assignedDecks } from './class-decks'

/** Who reads students' data in a class, by name. */
export const readersOf = async (db: Database, classId: string): Promise<readonly string[]> => {
  const rows = await db.classMember.findMany({
    where: { classId, OR: [{ studentData: { not: 'none' } }, { content: { not: 'none' } }] },
    orderBy: { joinedAt: 'asc' },
    select: { user: { select: { name: true, email: true } } },
  })
  return rows.map(({ user }) => personName(user))
}

/** The classes somebody teaches or learns in, the latest joined first. */
export const listClasses = async (db: Database, userId: UserId): Promise<readonly ListedClass[]> => {
  const rows = await db.classMember.findMany({
    where: {
      userId,
      OR: [{ student: 'learning' }, { content: { not: 'none' } }, { studentData: { not: 'none' } }],
    },
    orderBy: [{ joinedAt: 'desc' }, { classId: 'asc' }],
    include: {
      class: { include: { _count: { select: { decks: true, members: { where: { student: 'learning' } } } } } },
    },
  })
  return rows.map((row) => ({
    id: row.classId,
    title: row.class.title,
    content: row.content,
    studentData: row.studentData,
    student: row.student === 'learning',
    closed: row.class.closedAt !== null,
    simulated: row.class.simulated,
    decks: row.class._count.decks,
    students: row.class._count.members,
  }))
}

/** A class as one of its members sees it. */
export const readClass = async (
  db: Database,
  userId: UserId,
  classId: string,
  language: Language,
  now: Date,
): Promise<Result<ClassView, 'not-found'>> => {
  const access = await classAccess(db, userId, classId)
  if (!access.ok) return access
  const { content, studentData, student, closed } = access.value
  const [row, member, decks, readers] = await Promise.all([
    db.class.findUniqueOrThrow({ where: { id: classId } }),
    db.classMember.findUniqueOrThrow({ where: { classId_userId: { classId, userId } } }),
    assignedDecks(db, access.value, language),
    readersOf(db, classId),
  ])
  return ok({
    id: classId,
    title: row.title,
    about: row.about,
    zone: row.zone,
    simulated: row.simulated,
    content,
    studentData,
    student,
    closed,
    today: wallClock(row.zone, now).day,
    decks,
    readers,
    mine: student ? { joinedAt: member.joinedAt.getTime(), seatLinkAt: member.seatLinkAt?.getTime() ?? null } : null,
  })
}
