import 'server-only'
import type { DeckId } from '@/lib/core/id'
import { asId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction } from '../../db/client'
import { withRetry } from '../../db/retry'
import { withinLimit } from '../limit'
import { bankAccess, lockBank } from './access'
import { type Author, newLinkToken, toOwnBank } from './bank'

/**
 * Says who may read what is published. Only owners and instructors of the server may open a bank to everybody. `newLink`
 * makes another link: the old one opens nothing any more, and whoever came by it stays.
 */
export const shareBank = (
  db: Database,
  author: Author,
  id: string,
  audience: OwnBank['audience'],
  newLink: boolean,
): Promise<Result<OwnBank, 'not-found' | 'bank-role' | 'instructors-only'>> =>
  inTransaction(db, async (tx) => {
    await lockBank(tx, id)
    const access = await bankAccess(tx, author, id, 'owner')
    if (!access.ok) return access
    const { row, role } = access.value
    // A co-owner who could not open it may leave it open.
    if (audience === 'everyone' && row.audience !== 'everyone' && author.role === 'learner')
      return refuse('instructors-only')
    const linkToken = audience === 'link' && (newLink || row.linkToken === null) ? newLinkToken() : row.linkToken
    return ok(await toOwnBank(tx, await tx.bank.update({ where: { id }, data: { audience, linkToken } }), author, role))
  })

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
    db.deckReader.upsert({ where: { deckId_userId: place }, create: { ...place, at: now }, update: { kept: false } }),
  )
  return ok(asId<DeckId>(deckId))
}
