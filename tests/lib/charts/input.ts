import type { ChartCard, ChartInput } from '@/lib/charts/build'
import { asId, type CardId, type ConceptId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { planSubject } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { ledgerOf } from '../search/cards'

/** What charts are drawn from after these events; every card is a concept of its own, in one of two parts. */
export const chartInput = (
  events: readonly ReviewEvent[],
  today: number,
  unseen: readonly string[] = [],
): ChartInput => ({
  cards: [
    ...[...fold(events).values()].flatMap((state): readonly ChartCard[] =>
      state.cardId === planSubject
        ? []
        : [
            {
              state,
              recall: state.memory.kind === 'new' ? null : defaultScheduler.retrievability(state.memory, today),
              concept: asId<ConceptId>(`about ${state.cardId}`),
              part: state.cardId.endsWith('1') ? 'Study 1' : 'Study 2',
            },
          ],
    ),
    ...unseen.map(
      (name): ChartCard => ({
        state: { ...emptyState, cardId: asId<CardId>(name) },
        recall: null,
        concept: asId<ConceptId>(`about ${name}`),
        part: 'Study 2',
      }),
    ),
  ],
  reviews: ledgerOf(events.filter(({ cardId }) => cardId !== planSubject)).reviews,
  today,
  aim: 0.9,
})

const emptyState = {
  memory: { kind: 'new' },
  reps: 0,
  lapses: 0,
  introducedDay: null,
  suspended: false,
  buriedUntil: null,
  flag: 0,
  seen: null,
  awaited: [],
} as const
