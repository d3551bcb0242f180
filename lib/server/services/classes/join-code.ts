import 'server-only'
import { randomInt } from 'node:crypto'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../../db/client'
import { staffAccess } from './access'

/** Without letters and digits that are taken for each other when read aloud or off a blackboard. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 8
/** Half a year of guessing at the limit of `joinClass` tries one in a million of them. */
const newCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As it is typed: `ABCD-EFGH`, with spaces, in capitals. */
export const normalCode = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '').slice(0, 32)

const dayMs = 24 * 3_600_000

/** Gives the class another code for so many days; the old one opens nothing any more. No days closes joining by code. */
export const rotateCode = (
  db: Database,
  userId: UserId,
  classId: string,
  days: number | null,
  now: Date,
): Promise<
  Result<{ readonly code: string; readonly until: number } | null, 'not-found' | 'class-role' | 'class-closed'>
> =>
  inTransaction(db, async (tx) => {
    const access = await staffAccess(tx, userId, classId, { studentData: 'editor' })
    if (!access.ok) return access
    if (access.value.closed) return refuse('class-closed')
    const code = days === null ? null : newCode()
    const codeUntil = days === null ? null : new Date(now.getTime() + days * dayMs)
    await tx.class.update({ where: { id: classId }, data: { code, codeUntil } })
    return ok(code === null || codeUntil === null ? null : { code, until: codeUntil.getTime() })
  })
