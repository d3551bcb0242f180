import type { Answer } from '@/lib/classes/answer'

/** An answer, right and new, but for what the test says. */
export const answer = (changes: Partial<Answer> = {}): Answer => ({
  at: 0,
  day: 20_000,
  right: true,
  first: true,
  recall: false,
  durationMs: 10_000,
  mistake: null,
  variant: null,
  card: 'losses/hinge',
  ...changes,
})
