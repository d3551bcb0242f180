import 'server-only'
import { asId, type CardId, type UserId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { foldCard } from '@/lib/schedule/replay'
import { byCard } from '@/lib/sync/by-card'
import type { Transaction } from '../db/client'
import { fromRow } from './event-row'

/** An event is never refused for what it does to a cache: a history that cannot be folded has no state for now. */
const foldOrNothing = (cardId: CardId, events: readonly ReviewEvent[]): CardState | null => {
  try {
    return foldCard(cardId, events)
  } catch {
    return null
  }
}

const toStateRow = (userId: UserId, state: CardState) => {
  const { memory } = state
  return {
    userId,
    cardId: state.cardId,
    dueDay: memory.kind === 'review' ? memory.dueDay : null,
    dueAt: memory.kind === 'learning' || memory.kind === 'relearning' ? BigInt(Math.floor(memory.dueAt)) : null,
    stability: memory.kind === 'new' ? null : memory.stability,
    difficulty: memory.kind === 'new' ? null : memory.difficulty,
    state: JSON.stringify(state),
  }
}

/** Folds these cards' whole histories anew and keeps the result. */
export const refold = async (tx: Transaction, userId: UserId, cardIds: readonly string[]): Promise<void> => {
  const cards = [...new Set(cardIds)]
  if (cards.length === 0) return
  const rows = await tx.reviewEvent.findMany({ where: { userId, cardId: { in: cards } } })
  const histories = byCard(rows.map(fromRow))
  const states = cards.flatMap((card) => {
    const cardId = asId<CardId>(card)
    const state = foldOrNothing(cardId, histories.get(cardId) ?? [])
    return state ? [toStateRow(userId, state)] : []
  })
  await tx.cardState.deleteMany({ where: { userId, cardId: { in: cards } } })
  await tx.cardState.createMany({ data: states })
}
