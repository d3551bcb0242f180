import 'server-only'
import { randomBytes } from 'node:crypto'
import { asId, type ClassId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ClassAbout } from '@/lib/sync/class'
import { type Database, inTransaction } from '../../db/client'
import { isZone } from '../../reminders/zone'
import { withinLimit } from '../limit'
import type { Account } from '../read-account'
import { staffAccess } from './access'

const perHour = 20
const hourMs = 3_600_000

/** A name that nobody guesses. */
const newClassId = (): ClassId => asId<ClassId>(`class-${randomBytes(12).toString('hex')}`)

/**
 * Makes a class whose maker owns its content and edits its students' data. Only instructors and the owner of the server may:
 * a class collects what others did, so somebody answers for who may ask for that.
 */
export const createClass = async (
  db: Database,
  { id: userId, kind, role }: Pick<Account, 'id' | 'kind' | 'role'>,
  about: ClassAbout,
  now: Date,
): Promise<Result<ClassId, 'guest' | 'class-instructors-only' | 'bad-zone' | 'too-many'>> => {
  if (kind === 'guest') return refuse('guest')
  if (role === 'learner') return refuse('class-instructors-only')
  if (!isZone(about.zone)) return refuse('bad-zone')
  if (!(await withinLimit(db, { key: `class:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const id = newClassId()
  await inTransaction(db, async (tx) => {
    await tx.class.create({ data: { ...about, id, createdAt: now } })
    await tx.classMember.create({
      data: { classId: id, userId, content: 'owner', studentData: 'editor', joinedAt: now },
    })
  })
  return ok(id)
}

/** Says anew what a class is called and about, and in which zone its dates are meant. */
export const changeClass = async (
  db: Database,
  userId: Account['id'],
  classId: string,
  about: ClassAbout,
): Promise<Result<null, 'not-found' | 'class-role' | 'bad-zone'>> => {
  if (!isZone(about.zone)) return refuse('bad-zone')
  return inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { content: 'editor' })
    if (!access.ok) return access
    await tx.class.update({ where: { id: classId }, data: about })
    return ok(null)
  })
}

/** Closes a class, or opens it again. A closed one lets nobody in and counts nothing any more. */
export const closeClass = (
  db: Database,
  userId: Account['id'],
  classId: string,
  closed: boolean,
  now: Date,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { content: 'owner' })
    if (!access.ok) return access
    await tx.class.update({
      where: { id: classId },
      data: closed ? { closedAt: now, code: null, codeUntil: null } : { closedAt: null },
    })
    return ok(null)
  })

/** Deletes a class with its memberships; the reviews stay with those who did them. */
export const deleteClass = (
  db: Database,
  userId: Account['id'],
  classId: string,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { content: 'owner' })
    if (!access.ok) return access
    await tx.class.delete({ where: { id: classId } })
    return ok(null)
  })
