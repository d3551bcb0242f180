import type { Block } from '@/lib/view/block'
import type { Trace } from '@/lib/view/trace'
import type { Outcome } from './card-type'

/**
 * The answer for a learner who asked for it instead of trying. It is no wrong answer, so nothing is marked, but it was not
 * recalled either.
 */
export const gaveUp = (answer: readonly Block[], trace: Trace | null = null): Outcome => ({
  verdict: { kind: 'ungraded' },
  answer,
  feedback: [],
  suggested: 'again',
  trace,
})
