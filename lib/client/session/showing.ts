import type { CardFace, Presented } from '@/lib/cards/card-type'
import type { BundledCard } from '@/lib/content/bundle'
import type { EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import { intervalLabel } from '@/lib/schedule/label'
import { outcomes } from '@/lib/schedule/outcomes'
import { currentScheduler } from '@/lib/schedule/schedulers'
import { dateOfStudyDay, type Moment, studyDay } from '@/lib/schedule/study-day'
import type { Answer } from '@/lib/view/input'
import type { CardPhase, CurrentCard, GradeChoice, Why } from '../session-state'

/** One showing of a card: what the screen gets, and what only the session needs. */
export interface Showing {
  readonly eventId: EventId
  /** Differs from `eventId` only when a grade was taken back and the same numbers are shown again. */
  readonly seed: string
  readonly shownAt: number
  readonly card: BundledCard
  readonly type: CardFace
  readonly language: Language
  readonly presented: Presented
  readonly state: CardState
  readonly phase: CardPhase
  /** When the four buttons were worked out. */
  readonly weighed: Moment
  readonly choices: readonly GradeChoice[]
}

export const present = (
  card: BundledCard,
  type: CardFace,
  occasion: { readonly seed: string; readonly language: Language },
): Presented => type.present(card.content, occasion)

/**
 * How a card first meets the learner: with its question, or already answered where an undo brings an answer back. Null when
 * this version cannot show it: one such card must not end the sitting, so it waits in its bundle.
 */
export const face = (
  card: BundledCard,
  type: CardFace,
  occasion: { readonly seed: string; readonly language: Language },
  answered: Answer | undefined,
): Pick<Showing, 'presented' | 'phase'> | null => {
  try {
    const presented = present(card, type, occasion)
    if (!answered) return { presented, phase: { kind: 'question', unreadable: null } }
    const outcome = type.outcome(card.content, occasion, answered, 0)
    return { presented, phase: { kind: 'answered', answer: answered, outcome } }
  } catch {
    return null
  }
}

/** The four buttons as a grade given at `moment` would store them. */
export const weigh = (state: CardState, moment: Moment): readonly GradeChoice[] =>
  outcomes(state, moment).map(({ grade, interval }) => ({ grade, interval, label: intervalLabel(interval) }))

export const toCurrent = ({
  eventId,
  seed,
  card,
  presented,
  state,
  phase,
  choices,
  weighed,
}: Showing): CurrentCard => ({
  eventId,
  seed,
  card,
  presented,
  state,
  phase,
  choices,
  why: explain(state, weighed),
})

const explain = ({ memory, reps, lapses }: CardState, moment: Moment): Why => {
  const never = { retrievability: null, stabilityDays: null, difficulty: null, dueDate: null, lastDate: null }
  if (memory.kind === 'new') return { ...never, reps, lapses }
  return {
    retrievability: currentScheduler.retrievability(memory, studyDay(moment)),
    stabilityDays: memory.stability,
    difficulty: memory.difficulty,
    dueDate: memory.kind === 'review' ? dateOfStudyDay(memory.dueDay) : null,
    lastDate: dateOfStudyDay(memory.lastDay),
    reps,
    lapses,
  }
}
