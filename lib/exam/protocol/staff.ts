import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Input } from '@/lib/view/input'
import type { Correction } from '../corrections/correction'
import type { Seen } from '../feedback'
import type { ExamSetup } from '../setup'
import type { ItemStatistics } from '../statistics'

/** An exam in a list. */
export interface ExamListing {
  readonly id: string
  readonly classId: string
  readonly className: string
  readonly title: string
  readonly state: 'draft' | 'published'
  readonly opensAt: number
  readonly dueAt: number
  readonly closesAt: number
  readonly zone: string
  /** What whoever asks may do with it. */
  readonly role: 'student' | 'staff'
  readonly attempt: 'open' | 'finished' | null
}

/** An exam as its author reads it. */
export interface AuthoredExam {
  readonly id: string
  readonly classId: string
  readonly className: string
  /** The class was made up by a program. */
  readonly simulated: boolean
  readonly revision: number
  readonly state: 'draft' | 'published'
  readonly setup: ExamSetup
  readonly begun: number
  readonly mayEdit: boolean
  readonly mayGrade: boolean
  readonly maySee: boolean
  /** Labels students of the class carry. */
  readonly labels: readonly string[]
}

/** A card that can be asked in an exam. */
export interface AskableCard {
  readonly card: string
  readonly type: string
  /** First words of its question. */
  readonly text: string
  readonly heading: readonly string[]
  readonly concepts: readonly string[]
  /** A first guess, 0..1. */
  readonly difficulty: number
  /** It comes from a deck that everybody may read: anyone can compute its key. */
  readonly open: boolean
}

/** One student of a running or finished exam. */
export interface MonitoredAttempt {
  readonly attempt: string | null
  readonly name: string
  readonly number: string
  readonly label: string
  readonly startedAt: number | null
  readonly deadline: number | null
  readonly answered: number
  readonly of: number
  readonly lastSeenAt: number | null
  readonly handedInAt: number | null
  readonly finished: boolean
  readonly onBreak: boolean
  readonly devices: number
  /** Others who answered or asked from a device this one used: one person twice, or a computer that is shared. */
  readonly sameDevice: readonly string[]
  /** Asks to be let in. */
  readonly asks: { readonly student: string; readonly at: number; readonly guest: boolean } | null
  /** Answers that came too late and are newer than what counts, and how late the last of them was. */
  readonly late: { readonly answers: number; readonly seconds: number } | null
  readonly lateAccepted: boolean
  /** What the student may read of it by now. */
  readonly told: Seen
  readonly points: number | null
  readonly outOf: number | null
}

export interface ExamQuestionListing {
  readonly item: string
  readonly card: string
  readonly type: string
  readonly text: string
  readonly points: number
  readonly open: boolean
  /** Keys of its showings, for whoever corrects the marking; empty for others. */
  readonly keys: readonly { readonly form: number; readonly key: MarkingKey }[]
  /** What is asked, as its first showing has it but in the card's own names; null for others. */
  readonly input: Input | null
}

/** Statistics of an exam, and its questions as they were frozen. */
export interface ExamStatistics {
  readonly marked: number
  readonly meanShare: number
  readonly items: readonly (ExamQuestionListing & { readonly statistics: ItemStatistics | null })[]
}

export interface StandingCorrection extends Correction {
  readonly id: string
  readonly at: number
  readonly by: string
}
