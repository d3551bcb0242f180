import type { Grade } from '@/lib/core/grade'
import type { Verdict } from '@/lib/view/verdict'

const mostCells = 2 / 3

/** Right is good; mostly right without a known mistake was recalled with trouble; all else was not recalled. */
export const suggestedGrade = (verdict: Verdict): Grade | null => {
  if (verdict.kind !== 'marked') return null
  if (verdict.right) return 'good'
  return verdict.mistake === null && verdict.score >= mostCells ? 'hard' : 'again'
}
