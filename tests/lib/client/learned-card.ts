import type { BundledCard } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'

/** A card that only stands somewhere: in a section, under concepts. */
export const placedCard = (
  id: string,
  place: { section?: string | null; concepts?: readonly string[] },
): BundledCard => ({
  id: asId<CardId>(id),
  revision: 'r',
  type: 'basic',
  concepts: (place.concepts ?? []).map((name) => asId<ConceptId>(name)),
  tags: [],
  heading: [],
  section: place.section ?? null,
  practice: false,
  content: null,
})

/** Learned on study day 100 with a stability of ten days. */
export const learnedState = (id: string): CardState => ({
  ...newCardState(asId<CardId>(id)),
  memory: { kind: 'review', stability: 10, difficulty: 5, lastAt: 0, lastDay: 100, intervalDays: 10, dueDay: 110 },
})
