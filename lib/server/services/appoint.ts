import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { normalEmail } from './credentials'

export const appointments = ['instructor', 'learner'] as const
export type Appointment = (typeof appointments)[number]

/**
 * Makes a member an instructor, who may publish to this server, or a learner again. An owner stays one: ownership is
 * handed on by a link, never taken by a command that was meant for somebody else.
 */
export const appoint = async (
  db: Database,
  email: string,
  role: Appointment,
): Promise<Result<null, 'unknown' | 'owner'>> => {
  const user = await db.user.findUnique({ where: { email: normalEmail(email) }, select: { id: true, role: true } })
  if (!user) return refuse('unknown')
  if (user.role === 'owner') return refuse('owner')
  await withRetry(() => db.user.update({ where: { id: user.id }, data: { role } }))
  return ok(null)
}
