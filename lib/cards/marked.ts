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

const shareOfRight = (cells: readonly CellVerdict[]): number =>
  cells.filter((cell) => cell.state === 'right').length / cells.length

/** A marked answer of a type without numbers: right when every part is, credit by the share of right parts or as given. */
export const marked = (
  cells: readonly CellVerdict[],
  answer: readonly Block[],
  feedback: readonly Block[] = [],
  score: number = shareOfRight(cells),
): Outcome => {
  const verdict = {
    kind: 'marked' as const,
    right: cells.every((cell) => cell.state === 'right'),
    score,
    cells,
    mistake: null,
  }
  return { verdict, answer, feedback, suggested: suggestedGrade(verdict), trace: null }
}
