import type { CardId } from '@/lib/core/id'
import { type CardState, newCardState } from './card-state'
import { compareEvents, type ReviewEvent } from './event'
import { schedulerOf } from './schedulers'
import { type Deed, standing } from './standing'
import { studyDay } from './study-day'

/**
 * The state after one more event of the same card; null when only a replay of the card's whole history can tell: the event
 * takes something back, was taken back before it arrived, or belongs before one already folded in.
 */
export const apply = (state: CardState, event: ReviewEvent): CardState | null => {
  if (event.cardId !== state.cardId)
    throw new Error(`Event ${event.id} belongs to ${event.cardId}, not to ${state.cardId}.`)
  if (event.kind === 'undo' || state.awaited.includes(event.id)) return null
  const { seen } = state
  if (seen?.id === event.id) return state
  if (seen && compareEvents(event, seen) < 0) return null
  return { ...step(state, event), seen: { at: event.at, id: event.id } }
}

/** The state of one card after its events, in whatever order and however often they are given. */
export const foldCard = (cardId: CardId, events: readonly ReviewEvent[]): CardState => {
  const { all, deeds, awaited } = standing(events)
  const last = all.at(-1)
  const state = deeds.reduce(step, newCardState(cardId))
  return { ...state, seen: last ? { at: last.at, id: last.id } : null, awaited }
}

/** The states of all cards that any event names. */
export const fold = (events: readonly ReviewEvent[]): ReadonlyMap<CardId, CardState> => {
  const byCard = new Map<CardId, ReviewEvent[]>()
  for (const event of events) {
    const history = byCard.get(event.cardId)
    if (history) history.push(event)
    else byCard.set(event.cardId, [event])
  }
  return new Map([...byCard].map(([cardId, history]) => [cardId, foldCard(cardId, history)]))
}

/** One deed done to a card; the caller answers for the order. */
export const step = (state: CardState, event: Deed): CardState => {
  switch (event.kind) {
    case 'grade':
      return graded(state, event)
    case 'suspend':
      return { ...state, suspended: true }
    case 'unsuspend':
      return { ...state, suspended: false }
    case 'bury':
      return { ...state, buriedUntil: studyDay(event) + 1 }
    case 'reset':
      return { ...state, memory: { kind: 'new' }, reps: 0, lapses: 0, introducedDay: null }
    case 'flag':
      return { ...state, flag: event.flag }
    case 'plan':
      return state
  }
}

const graded = (state: CardState, event: Extract<Deed, { kind: 'grade' }>): CardState => {
  const today = studyDay(event)
  const asked = { cardId: state.cardId, reps: state.reps, today, at: event.at }
  const scheduler = schedulerOf(event.algorithm, event.parameters, event.terms)
  const memory = scheduler.grade(state.memory, asked, event.grade, event.shift)
  const lapsed = state.memory.kind === 'review' && event.grade === 'again'
  return {
    ...state,
    memory,
    reps: state.reps + 1,
    lapses: state.lapses + (lapsed ? 1 : 0),
    introducedDay: state.introducedDay ?? today,
    buriedUntil: null,
  }
}
