import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import { asId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { emptyLedger, type Ledger, updateLedger } from '@/lib/schedule/ledger'
import { fold } from '@/lib/schedule/replay'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { studyDay } from '@/lib/schedule/study-day'
import type { SearchCard, SearchGround } from '@/lib/search/compile'
import { day, gradeEvent, start } from '../schedule/history'

export const searchCard = (name: string, changes: Partial<SearchCard> = {}): SearchCard => ({
  id: asId<CardId>(`deck/${name}`),
  deck: asId<DeckId>('deck'),
  deckTitle: 'Image models',
  type: 'basic',
  concepts: [asId<ConceptId>('hinge-loss')],
  tags: [],
  text: name,
  ...changes,
})

export const byCard = (events: readonly ReviewEvent[]): ReadonlyMap<CardId, readonly ReviewEvent[]> => {
  const found = new Map<CardId, ReviewEvent[]>()
  for (const event of events) found.set(event.cardId, [...(found.get(event.cardId) ?? []), event])
  return found
}

export const ledgerOf = (events: readonly ReviewEvent[]): Ledger => updateLedger(emptyLedger, byCard(events))

/** The day after the last event. */
export const groundOf = (events: readonly ReviewEvent[]): SearchGround => {
  const now = Math.max(start, ...events.map((event) => event.at)) + day
  const today = studyDay(gradeEvent({ at: now }))
  return {
    today,
    now,
    ledger: ledgerOf(events),
    recall: (_card, { memory }) => (memory.kind === 'new' ? null : defaultScheduler.retrievability(memory, today)),
    leechAfter: () => 2,
  }
}

export const statesOf = (events: readonly ReviewEvent[]) => {
  const states = fold(events)
  return (id: CardId): CardState => states.get(id) ?? newCardState(id)
}
