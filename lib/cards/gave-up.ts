import type { Block } from '@/lib/view/block'
import type { Trace } from '@/lib/view/trace'
import type { CellVerdict } from '@/lib/view/verdict'
import type { Outcome } from './card-type'

const rightOption = (part: string): CellVerdict => ({ part, index: 0, state: 'right', given: '', key: '✓' })

/**
 * The answer for a learner who asked for it instead of trying. It is no wrong answer, so nothing is marked, but it was not
 * recalled either.
 */
export const gaveUp = (
  answer: readonly Block[],
  trace: Trace | null = null,
  /** Options that would have been right, shown where they stand. */
  rights: readonly string[] = [],
): Outcome => ({
  verdict: { kind: 'ungraded', cells: rights.map(rightOption) },
  answer,
  feedback: [],
  suggested: 'again',
  trace,
})
