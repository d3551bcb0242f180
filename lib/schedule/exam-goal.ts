import { type Decoder, integer, list, literal, nullable, number, object, oneOf, tagged, text } from '@/lib/core/decode'

/** What an exam is about. */
export type ExamScope =
  | { readonly kind: 'deck'; readonly deck: string }
  /** Sections of a deck's notes. */
  | { readonly kind: 'sections'; readonly deck: string; readonly sections: readonly string[] }
  /** A search of the search language. */
  | { readonly kind: 'search'; readonly text: string }

/** What a learner says of an exam to come. Days are study days. */
export interface ExamGoal {
  readonly title: string
  readonly scope: ExamScope
  /** The day of the exam. */
  readonly day: number
  /** The day preparing began. */
  readonly from: number
  /** Minutes a full day is promised for it. */
  readonly minutes: number
}

/** An expected score with its interval, shares of all points. */
export interface Forecast {
  readonly score: number
  readonly low: number
  readonly high: number
  /** As the memory model alone would have it, before anything learned from earlier scores. */
  readonly raw: number
}

/** A score that was reached, and what had been expected of it. */
export interface ExamScore {
  /** A practice paper, or the exam itself. */
  readonly kind: 'paper' | 'exam'
  readonly day: number
  /** Share of all points, 0..1. */
  readonly share: number
  readonly questions: number
  /** Null where nothing could be foretold. */
  readonly forecast: Forecast | null
}

/** An exam as the plan keeps it. */
export interface PlannedExam extends ExamGoal {
  readonly id: string
  /** By id, in the order they were entered. */
  readonly scores: readonly (ExamScore & { readonly id: string })[]
}

/** Up to the year 2200. */
const day = integer(0, 84_000)
const share = number(0, 1)
const deck = text(200, /^\S+$/)
export const mostTitle = 120
export const mostSections = 400
export const leastMinutes = 5
export const mostMinutes = 600

const decodeScope: Decoder<ExamScope> = tagged<ExamScope>('kind', {
  deck: object<Extract<ExamScope, { kind: 'deck' }>>({ kind: literal('deck'), deck }),
  sections: object<Extract<ExamScope, { kind: 'sections' }>>({
    kind: literal('sections'),
    deck,
    sections: list(text(200, /^\S+$/), mostSections),
  }),
  search: object<Extract<ExamScope, { kind: 'search' }>>({
    kind: literal('search'),
    text: text(1000, /^[^\0]*$/),
  }),
})

export const decodeExamGoal: Decoder<ExamGoal> = object<ExamGoal>({
  title: text(mostTitle, /^[^\0]*$/),
  scope: decodeScope,
  day,
  from: day,
  minutes: integer(leastMinutes, mostMinutes),
})

export const decodeExamScore: Decoder<ExamScore> = object<ExamScore>({
  kind: oneOf(['paper', 'exam']),
  day,
  share,
  questions: integer(1, 1000),
  forecast: nullable(object<Forecast>({ score: share, low: share, high: share, raw: share })),
})

type Exams = readonly PlannedExam[]

const inOrder = (a: PlannedExam, b: PlannedExam): number => a.day - b.day || (a.id < b.id ? -1 : 1)

/** The exams after one was set, changed, or (null) given up. Its scores stay with it while it is there. */
export const withGoal = (exams: Exams, id: string, goal: ExamGoal | null): Exams => {
  const known = exams.find((one) => one.id === id)
  const others = exams.filter((one) => one.id !== id)
  return goal === null ? others : [...others, { ...goal, id, scores: known?.scores ?? [] }].sort(inOrder)
}

/** The exams after a score was entered, corrected, or (null) taken away; one for an exam that is not there changes nothing. */
export const withScore = (exams: Exams, exam: string, id: string, score: ExamScore | null): Exams =>
  exams.map((one) => {
    if (one.id !== exam) return one
    if (score === null) return { ...one, scores: one.scores.filter((other) => other.id !== id) }
    const known = one.scores.some((other) => other.id === id)
    const entered = { ...score, id }
    return {
      ...one,
      scores: known ? one.scores.map((other) => (other.id === id ? entered : other)) : [...one.scores, entered],
    }
  })
