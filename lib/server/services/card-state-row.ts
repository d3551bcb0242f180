import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'

/** A card's memory as the database keeps it: whole as JSON, and what is searched for as columns. */
export const toStateRow = (userId: UserId, state: CardState) => {
  const { cardId, memory, suspended, buriedUntil } = state
  return {
    userId,
    cardId,
    deckId: cardId.slice(0, Math.max(0, cardId.indexOf('/'))),
    dueDay: memory.kind === 'review' ? memory.dueDay : null,
    dueAt: memory.kind === 'learning' || memory.kind === 'relearning' ? BigInt(Math.floor(memory.dueAt)) : null,
    suspended,
    buriedUntil,
    stability: memory.kind === 'new' ? null : memory.stability,
    difficulty: memory.kind === 'new' ? null : memory.difficulty,
    state: JSON.stringify(state),
  }
}

/** The state was written by `toStateRow`, so its shape is known. */
export const fromStateRow = (row: { readonly state: string }): CardState => JSON.parse(row.state) as CardState
