import type { Block } from '@/lib/view/block'
import type { Answer } from '@/lib/view/input'
import type { Trace } from '@/lib/view/trace'
import type { Verdict } from '@/lib/view/verdict'
import type { ExamQuestion } from '../sheet/question'
import type { Receipt } from './attempt'

/** One question of a finished attempt, as far as the policy tells. */
export interface FeedbackQuestion {
  readonly slot: number
  readonly points: number
  readonly of: number
  readonly question: ExamQuestion
  /** Null where nothing was answered. */
  readonly answer: Answer | null
  readonly verdict: Extract<Verdict, { kind: 'marked' }>
  /** What a recognised mistake or a chosen distractor is told; the right answer and why. Empty unless the policy is `full`. */
  readonly told: readonly Block[]
  readonly solution: readonly Block[]
  /** The worked computation on the very numbers that were shown, and the step a recognised mistake departs at. */
  readonly trace: Trace | null
  readonly step: string | null
  /** The card it came from, where the student may read its deck: it can be practised with fresh numbers. */
  readonly card: { readonly id: string; readonly revision: string } | null
}

/** What a student is told of a finished attempt. */
export interface ExamFeedback {
  readonly exam: string
  readonly attempt: string
  readonly title: string
  readonly zone: string
  /** When it was handed in, or its time ended, ms since 1970. */
  readonly endedAt: number
  readonly receipt: Receipt | null
  /** The attempt is over; before that there is nothing to tell. */
  readonly finished: boolean
  readonly seen: 'none' | 'marks' | 'full'
  /** When more will be told; null where there is no such time. */
  readonly at: number | null
  /** When the answers come, where they come later than the points; null otherwise. */
  readonly keysAt: number | null
  readonly points: number | null
  readonly of: number | null
  readonly questions: readonly FeedbackQuestion[]
}
