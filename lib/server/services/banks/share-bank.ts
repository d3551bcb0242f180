import 'server-only'
import type { DeckId } from '@/lib/core/id'
import { asId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction } from '../../db/client'
import { withRetry } from '../../db/retry'
import { withinLimit } from '../limit'
import { type Author, newLinkToken, toOwnBank } from './bank'

/**
 * Says who may read what is published. Only owners and instructors of the server may open a bank to everybody. `newLink`
 * makes another link: the old one opens nothing any more, and whoever came by it stays.
 */
export const shareBank = (
  db: Database,
  { id: userId, role }: Author,
  id: string,
  audience: OwnBank['audience'],
  newLink: boolean,
): Promise<Result<OwnBank, 'not-found' | 'instructors-only'>> =>
  inTransaction(db, async (tx) => {
    if (audience === 'everyone' && role === 'learner') return refuse('instructors-only')
    const { count } = await tx.bank.updateMany({ where: { id, userId }, data: { audience } })
    const row = count === 0 ? null : await tx.bank.findFirst({ where: { id, userId } })
    if (row === null) return refuse('not-found')
    const linkToken = audience === 'link' && (newLink || row.linkToken === null) ? newLinkToken() : row.linkToken
    return ok(await toOwnBank(tx, await tx.bank.update({ where: { id }, data: { linkToken } })))
  })

/** Takes what was published from learners, or gives it back. A bank that was never published stays a draft. */
export const retireBank = async (
  db: Database,
  { id: userId }: Author,
  id: string,
  retired: boolean,
): Promise<Result<OwnBank, 'not-found'>> => {
  const [from, to] = retired ? (['published', 'retired'] as const) : (['retired', 'published'] as const)
  await withRetry(() => db.bank.updateMany({ where: { id, userId, state: from }, data: { state: to } }))
  const row = await db.bank.findFirst({ where: { id, userId } })
  return row === null ? refuse('not-found') : ok(await toOwnBank(db, row))
}

const perHour = 60
const hourMs = 3_600_000

/** Lets whoever has the link in, guests too; which deck it was. Opening it again changes nothing. */
export const openBankLink = async (
  db: Database,
  { id: userId }: Pick<Author, 'id'>,
  token: string,
  now: Date,
): Promise<Result<DeckId, 'link' | 'too-many'>> => {
  if (!(await withinLimit(db, { key: `bank-link:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const bank = await db.bank.findFirst({
    where: { linkToken: token, state: 'published', audience: { in: ['link', 'everyone'] } },
    select: { deck: { select: { id: true } } },
  })
  const deckId = bank?.deck?.id
  if (deckId === undefined) return refuse('link')
  const place = { deckId, userId }
  await withRetry(() =>
    db.deckReader.upsert({ where: { deckId_userId: place }, create: { ...place, at: now }, update: {} }),
  )
  return ok(asId<DeckId>(deckId))
}
