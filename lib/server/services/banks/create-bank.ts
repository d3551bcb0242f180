import 'server-only'
import type { DeckId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankAbout, OwnBank } from '@/lib/sync/bank'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { withinLimit } from '../limit'
import { type Author, aboutRow, newBankId, toOwnBank } from './bank'

const mostBanks = 200
const perHour = 60
const hourMs = 3_600_000

/** The row of a new bank. The caller has asked `mayCreate`. */
export const insertBank = async (
  tx: Database | Transaction,
  owner: Author,
  about: BankAbout,
  now: Date,
  id: DeckId = newBankId(),
) =>
  tx.bank.create({
    data: { ...aboutRow(about), id, userId: owner.id, createdAt: now, changedAt: now },
  })

/** Members own banks, learners too. A guest could lose theirs with a browser's memory, so they make an account first. */
export const mayCreate = async (
  db: Database,
  { id, kind }: Author,
  now: Date,
): Promise<Result<null, 'guest' | 'too-many'>> => {
  if (kind === 'guest') return refuse('guest')
  if ((await db.bank.count({ where: { userId: id } })) >= mostBanks) return refuse('too-many')
  const within = await withinLimit(db, { key: `bank:${id}`, most: perHour, windowMs: hourMs }, now)
  return within ? ok(null) : refuse('too-many')
}

/** Makes an empty bank. */
export const createBank = async (
  db: Database,
  author: Author,
  about: BankAbout,
  now: Date,
): Promise<Result<OwnBank, 'guest' | 'too-many'>> => {
  const may = await mayCreate(db, author, now)
  if (!may.ok) return may
  return ok(
    await inTransaction(db, async (tx) => toOwnBank(tx, await insertBank(tx, author, about, now), author, 'owner')),
  )
}
