import type { Answer } from '@/lib/classes/answer'
import { asId, type CardId } from '@/lib/core/id'

/** An answer, right and new, but for what the test says. */
export const answer = (changes: Partial<Omit<Answer, 'card'>> & { readonly card?: string } = {}): Answer => ({
  at: 0,
  day: 20_000,
  right: true,
  first: true,
  recall: false,
  durationMs: 10_000,
  mistake: null,
  variant: null,
  ...changes,
  card: asId<CardId>(changes.card ?? 'losses/hinge'),
})
