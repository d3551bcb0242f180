import 'server-only'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Correction } from '@/lib/sync/correction'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { deckHasCard } from './deck-has-card'
import { withinLimit } from './limit'
import { visibleTo } from './visible-decks'

const perHour = 60
const hourMs = 3_600_000

/** Keeps what a learner would say otherwise on a card, for the authors of its deck. Sending it again changes nothing. */
export const suggestCorrection = async (
  db: Database,
  userId: UserId,
  { id, cardId, revision, language, quote, comment }: Correction,
  now: Date,
): Promise<Result<'kept', 'not-found' | 'too-many'>> => {
  const known = await db.correction.findUnique({ where: { id }, select: { userId: true } })
  if (known !== null) return known.userId === userId ? ok('kept') : refuse('not-found')
  const deckId = cardId.slice(0, cardId.indexOf('/'))
  if ((await db.deck.count({ where: { id: deckId, AND: visibleTo(userId) } })) === 0) return refuse('not-found')
  if (!(await deckHasCard(db, asId<DeckId>(deckId), cardId))) return refuse('not-found')
  if (!(await withinLimit(db, { key: `correction:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const data = { id, userId, deckId, cardId, revision, language, quote, comment, createdAt: now }
  await withRetry(() => db.correction.upsert({ where: { id }, create: data, update: {} }))
  return ok('kept')
}
