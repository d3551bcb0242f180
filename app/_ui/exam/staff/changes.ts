import type { Change } from '@/lib/exam/corrections/correction'
import type { ExamQuestionListing } from '@/lib/exam/protocol/staff'
import { keyEditorOf } from './keys/list'

/** What can be changed about the marking of a question, the gentlest first. */
export const changesFor = (question: ExamQuestionListing): readonly Change['kind'][] => {
  const editor = keyEditorOf(question)
  return [
    'points',
    ...(editor?.tolerant ? (['tolerance'] as const) : []),
    ...(editor === null ? [] : (['key'] as const)),
    'full',
    'drop',
  ]
}

/** A change of a kind to begin with: what counts now. */
export const firstChange = (kind: Change['kind'], question: ExamQuestionListing): Change | null => {
  switch (kind) {
    case 'points':
      return { kind, points: question.points }
    case 'tolerance':
      return { kind, abs: 0, rel: 0.01 }
    case 'key':
      return keyEditorOf(question)?.first(question) ?? null
    default:
      return { kind }
  }
}

/** Whether a change says all it has to. */
export const isReady = (change: Change, question: ExamQuestionListing): boolean =>
  change.kind !== 'key' || (keyEditorOf(question)?.ready(change, question) ?? false)
