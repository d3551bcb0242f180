import type { Block } from '@/lib/view/block'
import type { CellVerdict } from '@/lib/view/verdict'
import type { Outcome } from './card-type'
import { suggestedGrade } from './compute/suggested-grade'

/** An answer that is not there yet: no attempt, nothing given away. */
export const unanswered = (parts: readonly string[]): Outcome => ({
  verdict: {
    kind: 'unreadable',
    cells: parts.map((part) => ({ part, index: 0, state: 'empty', given: '', key: '' })),
    message: { key: 'review.verdict.unanswered', values: {} },
  },
  answer: [],
  feedback: [],
  suggested: null,
  trace: null,
})

/** A marked answer of a type without numbers: right when every part is, credit by the share of right parts. */
export const marked = (
  cells: readonly CellVerdict[],
  answer: readonly Block[],
  feedback: readonly Block[] = [],
): Outcome => {
  const right = cells.filter((cell) => cell.state === 'right').length
  const verdict = {
    kind: 'marked' as const,
    right: right === cells.length,
    score: right / cells.length,
    cells,
    mistake: null,
  }
  return { verdict, answer, feedback, suggested: suggestedGrade(verdict), trace: null }
}
