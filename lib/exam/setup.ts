import { type Decoder, defaulting, flag, integer, list, nullable, number, object, oneOf, text } from '@/lib/core/decode'
import { type AdmissionKind, admissionKinds } from './admission'

/** What a student is told afterwards. `marks`: right or wrong with the points; `full`: also the answer and the steps. */
export const feedbackKinds = ['none', 'marks', 'full'] as const
export const feedbackTimes = ['handed-in', 'closed', 'date'] as const

export interface FeedbackPolicy {
  readonly show: (typeof feedbackKinds)[number]
  readonly when: (typeof feedbackTimes)[number]
  /** For `date`, ms since 1970. */
  readonly at: number | null
  /** Answers and steps are told although others still work; otherwise points alone until it is over for everybody. */
  readonly keysEarly: boolean
}

/** A question an author put into a zone. */
export interface ChosenItem {
  /** The card, `deck/card`. */
  readonly card: string
  /** 0 (everybody gets it) to 1 (nobody). */
  readonly difficulty: number
}

export interface SetupZone {
  readonly id: string
  readonly title: string
  /** How many are drawn for each paper; all where there are no more. */
  readonly take: number
  readonly points: number
  readonly shuffle: boolean
  /** A lock-point behind it: nobody comes back to it from the next zone. */
  readonly lock: boolean
  readonly items: readonly ChosenItem[]
}

/** Everything an author says of an exam. Instants in ms since 1970. */
export interface ExamSetup {
  readonly title: string
  /** Plain text; blank lines part paragraphs. */
  readonly instructions: string
  readonly opensAt: number
  readonly dueAt: number
  readonly closesAt: number
  readonly durationMinutes: number
  readonly graceSeconds: number
  /** The zone its times are meant in, e.g. `Asia/Shanghai`. */
  readonly zone: string
  /** What is said in the room; null where none is wanted. */
  readonly roomCode: string | null
  readonly zones: readonly SetupZone[]
  /** Frozen showings of each question. */
  readonly forms: number
  /** Per cell, or all or nothing. */
  readonly credit: 'cells' | 'whole'
  readonly feedback: FeedbackPolicy
  /** Students see their points of what they can no longer change: of the parts behind a lock-point they have passed. */
  readonly liveScore: boolean
  /** Who begins without asking. */
  readonly admission: AdmissionKind
  readonly accommodations: readonly {
    readonly label: string
    readonly factor: number
    readonly breakMinutes: number
  }[]
}

/** Up to the year 9999. */
const instant = integer(0, 253_402_300_799_999)
const plain = (max: number) => text(max, /^[^\0]*$/)

const mostZones = 20
const mostItems = 500
export const mostForms = 12

export const decodeExamSetup: Decoder<ExamSetup> = object<ExamSetup>({
  title: plain(200),
  instructions: plain(5000),
  opensAt: instant,
  dueAt: instant,
  closesAt: instant,
  durationMinutes: integer(1, 1440),
  graceSeconds: integer(0, 600),
  zone: text(60, /^[A-Za-z0-9_+\-/]+$/),
  roomCode: nullable(text(40, /^[^\0]*\S[^\0]*$/)),
  zones: list(
    object({
      id: text(20, /^[a-z0-9-]+$/),
      title: plain(200),
      take: integer(1, mostItems),
      points: number(0, 1000),
      shuffle: flag,
      lock: flag,
      items: list(object({ card: text(300, /^[^/\0]+\/[^\0]+$/), difficulty: number(0, 1) }), mostItems),
    }),
    mostZones,
  ),
  forms: integer(1, mostForms),
  credit: oneOf(['cells', 'whole']),
  feedback: object({
    show: oneOf(feedbackKinds),
    when: oneOf(feedbackTimes),
    at: nullable(instant),
    keysEarly: defaulting(flag, false),
  }),
  liveScore: flag,
  // Exams older than the choice were open to every account of the class.
  admission: defaulting(oneOf(admissionKinds), 'joined'),
  accommodations: list(object({ label: plain(60), factor: number(1, 5), breakMinutes: integer(0, 240) }), 50),
})
