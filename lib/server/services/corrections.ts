import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
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

/** Whoever may publish to this server reads what is suggested for its decks. */
export const mayReadCorrections = ({ role }: Pick<Account, 'role'>): boolean => role !== 'learner'

/** Suggestions that wait first, oldest first; then the latest that were closed. */
export const listCorrections = async (
  db: Database,
  account: Pick<Account, 'role'>,
): Promise<Result<readonly ReadCorrection[], 'not-found'>> => {
  if (!mayReadCorrections(account)) return refuse('not-found')
  const open = await db.correction.findMany({
    where: { state: 'open' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
  })
  const closed = await db.correction.findMany({
    where: { state: { not: 'open' } },
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
  account: Pick<Account, 'role'>,
  id: string,
  state: ReadCorrection['state'],
  now: Date,
): Promise<Result<ReadCorrection['state'], 'not-found'>> => {
  if (!mayReadCorrections(account)) return refuse('not-found')
  const { count } = await withRetry(() =>
    db.correction.updateMany({ where: { id }, data: { state, closedAt: state === 'open' ? null : now } }),
  )
  return count === 0 ? refuse('not-found') : ok(state)
}
