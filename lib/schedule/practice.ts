import type { CardId } from '@/lib/core/id'
import type { CardState } from './card-state'
import { isLeech } from './leech'
import { type Plan, presetOf, schedulerIn } from './plan'
import type { QueueCard } from './queue'

/** Which cards a practice goes through. */
export const practices = ['preview', 'forgotten', 'shaky', 'ahead', 'leeches', 'flagged', 'all'] as const
export type Practice = (typeof practices)[number]

/** Days that `ahead` looks ahead, and study days that `forgotten` looks back. */
const aheadDays = 7
const backDays = 2

const takes: {
  readonly [P in Practice]: (state: CardState | undefined, today: number, recall: number, leechAfter: number) => boolean
} = {
  preview: (state) => state === undefined || state.memory.kind === 'new',
  forgotten: (state, today) =>
    state !== undefined &&
    (state.memory.kind === 'relearning' ||
      (state.memory.kind === 'review' &&
        state.lapses > 0 &&
        state.memory.intervalDays <= backDays &&
        today - state.memory.lastDay <= backDays)),
  shaky: (state, _today, recall) => state !== undefined && state.memory.kind !== 'new' && recall < 0.95,
  ahead: (state, today) => state?.memory.kind === 'review' && state.memory.dueDay <= today + aheadDays,
  leeches: (state, _today, _recall, leechAfter) => state !== undefined && isLeech(state.lapses, leechAfter),
  flagged: (state) => state !== undefined && state.flag > 0,
  all: () => true,
}

/** The cards of a practice: new ones in deck order, known ones weakest first. */
export const cardsOf = (
  practice: Practice,
  cards: readonly QueueCard[],
  states: ReadonlyMap<CardId, CardState>,
  today: number,
  plan: Plan,
  most: number,
): readonly CardId[] => {
  const rated = cards.map(({ id, deck }) => {
    const state = states.get(id)
    const known = state && state.memory.kind !== 'new'
    const recall = known ? schedulerIn(plan, deck).retrievability(state.memory, today) : 1
    return { id, recall, taken: takes[practice](state, today, recall, presetOf(plan, deck).leechAfter) }
  })
  return rated
    .filter(({ taken }) => taken)
    .sort((a, b) => a.recall - b.recall)
    .slice(0, most)
    .map(({ id }) => id)
}
