import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import { bankRoles } from '@/lib/sync/bank-life'
import { reaches } from '@/lib/sync/class'
import { type Database, inTransaction } from '../../db/client'
import { withinLimit } from '../limit'
import { bankAccess } from './access'
import type { Author } from './bank'
import { newStepId } from './bank-steps'

const perHour = 300
const hourMs = 3_600_000

/** Says something about a card of a draft, or about the draft as a whole. The new remark's id. */
export const makeRemark = async (
  db: Database,
  author: Author,
  bankId: string,
  { card, text }: { readonly card: string; readonly text: string },
  now: Date,
): Promise<Result<string, 'not-found' | 'bank-role' | 'too-many'>> => {
  if (!(await withinLimit(db, { key: `remark:${author.id}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  return inTransaction(db, async (tx) => {
    const access = await bankAccess(tx, author, bankId, 'viewer')
    if (!access.ok) return access
    const id = newStepId(now)
    const { revision } = access.value.row
    await tx.bankRemark.create({ data: { id, bankId, userId: author.id, card, revision, text: text.trim(), at: now } })
    return ok(id)
  })
}

/** Settles a remark, or lets it stand again: whoever writes the draft may, and whoever made it. */
export const settleRemark = async (
  db: Database,
  author: Author,
  bankId: string,
  id: string,
  done: boolean,
  now: Date,
): Promise<Result<null, 'not-found' | 'bank-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await bankAccess(tx, author, bankId, 'viewer')
    if (!access.ok) return access
    const row = await tx.bankRemark.findFirst({ where: { id, bankId }, select: { userId: true } })
    if (row === null) return refuse('not-found')
    if (row.userId !== author.id && !reaches(bankRoles, access.value.role, 'editor')) return refuse('bank-role')
    await tx.bankRemark.update({ where: { id }, data: { doneAt: done ? now : null } })
    return ok(null)
  })
