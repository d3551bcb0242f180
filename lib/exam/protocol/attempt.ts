import type { Answer } from '@/lib/view/input'
import type { ExamQuestion } from '../sheet/question'

/** What a student is given for handing in: the server has everything up to then. Instants in ms since 1970. */
export interface Receipt {
  /** Proves to staff that the server wrote it. */
  readonly code: string
  readonly at: number
  /** Questions with an answer that counts. */
  readonly answered: number
  readonly of: number
  /** How long after the deadline it came; 0 in time. */
  readonly lateSeconds: number
}

/** What a student may know of an exam before beginning. */
export interface ExamNotice {
  readonly exam: string
  readonly title: string
  readonly className: string
  readonly instructions: string
  readonly zone: string
  readonly opensAt: number
  /** Last instant to begin. */
  readonly dueAt: number
  readonly closesAt: number
  /** This student's own time, extra time included, ms. */
  readonly durationMs: number
  readonly breakMs: number
  readonly wantsCode: boolean
  readonly questions: number
  readonly points: number
  readonly lockPoints: number
  /** When feedback comes; null where none has a fixed time. */
  readonly feedbackAt: number | null
  /** When the answers come, where they come later than the points; null otherwise. */
  readonly keysAt: number | null
  readonly feedback: 'none' | 'marks' | 'full'
  /** `ask`: the staff must let this student in; `waiting`: they have been asked; `none`: nothing is needed. */
  readonly admission: 'none' | 'ask' | 'waiting'
  readonly state: 'early' | 'open' | 'over'
  /** The student's own attempt; null before it begins. */
  readonly attempt: 'open' | 'finished' | null
  readonly now: number
}

/** One question of the student's paper; `question` is there while it is open to them. */
export interface SheetSlot {
  readonly slot: number
  readonly zone: number
  readonly points: number
  readonly question?: ExamQuestion | undefined
}

export interface SheetAnswer {
  readonly slot: number
  readonly rev: number
  readonly answer: Answer
  readonly spentMs: number
}

/** An attempt as its student's device shows it. */
export interface Sheet {
  readonly exam: string
  readonly attempt: string
  readonly title: string
  readonly zone: string
  readonly now: number
  readonly deadline: number
  readonly graceMs: number
  readonly breakLeftMs: number
  readonly onBreak: boolean
  /** Handed in, or the bell and the grace are over. */
  readonly finished: boolean
  readonly receipt: Receipt | null
  readonly parts: readonly { readonly title: string; readonly locked: boolean }[]
  readonly place: number
  /** Zone behind the next lock-point; null where there is none. */
  readonly nextPlace: number | null
  /** Slots flagged for later, on whatever device. */
  readonly flagged: readonly number[]
  /** Points of the parts behind a passed lock-point, where the exam shows them; null before there are any. */
  readonly live: { readonly points: number; readonly of: number } | null
  readonly slots: readonly SheetSlot[]
  readonly answers: readonly SheetAnswer[]
}

/** What the server says to saved answers. */
export interface SaveAnswer {
  /** By slot: the server has this revision, or a newer one. */
  readonly acknowledged: readonly { readonly slot: number; readonly rev: number }[]
  readonly now: number
  readonly deadline: number
  readonly finished: boolean
  /** Seconds after the deadline; 0 where these answers count. */
  readonly lateSeconds: number
  readonly live: { readonly points: number; readonly of: number } | null
}
