import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ClassDesk, ClassPerson } from '@/lib/sync/class-view'
import type { Database } from '../../db/client'
import { mayIn, staffAccess } from './access'

/** What the staff of a class can change: its people, its code, its invitations. Each sees what their role reaches. */
export const readDesk = async (
  db: Database,
  userId: UserId,
  classId: string,
  now: Date,
): Promise<Result<ClassDesk, 'not-found' | 'class-role'>> => {
  const access = await staffAccess(db, userId, classId, {})
  if (!access.ok) return access
  const owns = mayIn(access.value, { content: 'owner' })
  const letsIn = mayIn(access.value, { studentData: 'editor' })
  if (!owns && !letsIn) return refuse('class-role')
  const rows = await db.classMember.findMany({
    where: { classId },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    include: { user: { select: { name: true, email: true, kind: true } } },
  })
  const people = rows.map(
    (row): ClassPerson => ({
      id: row.userId,
      name: row.listedName || row.user.name,
      email: row.user.email ?? '',
      content: row.content,
      studentData: row.studentData,
      student: row.student,
      number: row.number,
      label: row.label,
      seat: row.seatLinkAt !== null && row.user.kind === 'guest',
    }),
  )
  const { code, codeUntil } = await db.class.findUniqueOrThrow({ where: { id: classId } })
  const waiting = { classId, usedAt: null, expiresAt: { gt: now } }
  return ok({
    staff: owns ? people.filter((one) => one.content !== 'none' || one.studentData !== 'none') : null,
    students: letsIn ? people.filter((one) => one.student !== 'none') : null,
    code:
      letsIn && code !== null && codeUntil !== null && codeUntil > now ? { code, until: codeUntil.getTime() } : null,
    invitations: await db.classInvitation.count({
      where: owns ? waiting : { ...waiting, content: 'none', studentData: 'none' },
    }),
  })
}
