import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { heldBy } from './banks/access'
import type { Account } from './read-account'

/** A suggestion as an author reads it. */
export interface ReadCorrection {
  readonly id: string
  readonly deckId: string
  readonly cardId: string
  readonly language: string
  readonly quote: string
  readonly comment: string
  /** ms since 1970. */
  readonly at: number
  readonly state: 'open' | 'taken' | 'declined'
}

const mostListed = 500

type Author = Pick<Account, 'id' | 'role'>

/** Authors read what is suggested for the banks they write; whoever may publish to this server, also for its decks. */
const addressedTo = ({ id, role }: Author) => ({
  deck: { OR: [{ bank: { is: heldBy(id, 'editor') } }, ...(role === 'learner' ? [] : [{ bankId: null }])] },
})

const isAuthor = async (db: Database, { id, role }: Author): Promise<boolean> =>
  role !== 'learner' || (await db.bank.count({ where: heldBy(id, 'editor') })) > 0

/** Suggestions that wait first, oldest first; then the latest that were closed. */
export const listCorrections = async (
  db: Database,
  account: Author,
): Promise<Result<readonly ReadCorrection[], 'not-found'>> => {
  if (!(await isAuthor(db, account))) return refuse('not-found')
  const mine = addressedTo(account)
  const open = await db.correction.findMany({
    where: { state: 'open', ...mine },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
  })
  const closed = await db.correction.findMany({
    where: { state: { not: 'open' }, ...mine },
    orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })
  return ok(
    [...open, ...closed].map(({ id, deckId, cardId, language, quote, comment, createdAt, state }) => ({
      id,
      deckId,
      cardId,
      language,
      quote,
      comment,
      at: createdAt.getTime(),
      state,
    })),
  )
}

/** Says what became of a suggestion, or opens it again. */
export const closeCorrection = async (
  db: Database,
  account: Author,
  id: string,
  state: ReadCorrection['state'],
  now: Date,
): Promise<Result<ReadCorrection['state'], 'not-found'>> => {
  const { count } = await withRetry(() =>
    db.correction.updateMany({
      where: { id, ...addressedTo(account) },
      data: { state, closedAt: state === 'open' ? null : now },
    }),
  )
  return count === 0 ? refuse('not-found') : ok(state)
}
