import { type Decoder, flag, integer, list, nullable, number, object, oneOf, text } from '@/lib/core/decode'

/** Groups of fewer learners than this are not told of: a share of three people is nearly what one of them did. */
export const privacyFloor = 5

/** `right` of `of`. */
export interface Part {
  readonly right: number
  readonly of: number
}

/** How a concept is kept in mind: reviews of its cards on a later day than the one before. Null below the floor. */
export interface ConceptReport {
  readonly deck: string
  readonly concept: string
  readonly title: string
  readonly students: number
  readonly recalled: Part | null
}

/** A mistake that answers were recognised by; counted once it is seen in enough learners. */
export interface MistakeReport {
  /** As its author names it. */
  readonly name: string
  /** What learners are told who make it, as a line; empty where nothing is said, or its question says so no more. */
  readonly says: string
  readonly answers: number
  readonly students: number
}

/** One of a question's variants. */
export interface VariantReport {
  /** Its numbers, in short. */
  readonly label: string
  readonly students: number
  readonly right: Part
  /** Easier or harder than the question's other variants by more than chance makes likely; null where too few tell. */
  readonly drift: 'none' | 'easier' | 'harder' | null
}

/** A question across its variants. */
export interface QuestionReport {
  readonly card: string
  readonly title: string
  readonly students: number
  /** All that follows is null below the floor. */
  readonly told: {
    readonly answers: Part
    /** First answers alone: how hard the question is before it has been learned. */
    readonly first: Part
    /** Correlation, -1..1, of a right first answer with the learner's share on all other questions; null where it has none. */
    readonly discrimination: number | null
    /** Median, seconds. */
    readonly seconds: number
    readonly mistakes: readonly MistakeReport[]
    readonly variants: readonly VariantReport[]
  } | null
}

/** A week of the class, from a Monday. */
export interface WeekReport {
  /** Days since 1970. */
  readonly from: number
  readonly students: number
  readonly reviews: number
  readonly recalled: Part
}

/** How far somebody is with one assigned deck. */
export interface DeckStanding {
  readonly deck: string
  readonly total: number
  /** Cards answered since joining. */
  readonly begun: number
  /** Of the cards that the pace wanted begun before today, those that are; both 0 where it has no date. */
  readonly paced: { readonly wanted: number; readonly begun: number }
}

export interface StudentReport {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly label: string
  readonly email: string
  /** ms since 1970. */
  readonly joinedAt: number
  readonly decks: readonly DeckStanding[]
  readonly onTrack: boolean
  readonly reviews: number
  /** The last seven days. */
  readonly week: { readonly reviews: number; readonly minutes: number }
  /** Days since 1970; null for whoever has not reviewed since joining. */
  readonly lastDay: number | null
  readonly recalled: Part
}

/** What a class's staff is told: of assigned decks alone, and of nothing from before somebody joined. */
export interface ClassReport {
  readonly students: number
  readonly reviews: number
  /** Today in the class's zone, days since 1970. */
  readonly today: number
  readonly concepts: readonly ConceptReport[]
  readonly questions: readonly QuestionReport[]
  readonly weeks: readonly WeekReport[]
  /** Null for whoever may not read students' data. */
  readonly standings: readonly StudentReport[] | null
}

const words = text(3000)
const count = integer(0, Number.MAX_SAFE_INTEGER)
const part = object<Part>({ right: count, of: count })

const decodeMistake = object<MistakeReport>({ name: words, says: words, answers: count, students: count })

const decodeVariant = object<VariantReport>({
  label: words,
  students: count,
  right: part,
  drift: nullable(oneOf(['none', 'easier', 'harder'])),
})

const decodeQuestion = object<QuestionReport>({
  card: words,
  title: words,
  students: count,
  told: nullable(
    object<NonNullable<QuestionReport['told']>>({
      answers: part,
      first: part,
      discrimination: nullable(number(-1.000001, 1.000001)),
      seconds: count,
      mistakes: list(decodeMistake, 100),
      variants: list(decodeVariant, 500),
    }),
  ),
})

const decodeDeckStandings = list(
  object<DeckStanding>({ deck: words, total: count, begun: count, paced: object({ wanted: count, begun: count }) }),
  200,
)

export const decodeStandings: Decoder<{ readonly decks: readonly DeckStanding[] }> = object({
  decks: decodeDeckStandings,
})

const decodeStudent: Decoder<StudentReport> = object<StudentReport>({
  id: words,
  name: words,
  number: words,
  label: words,
  email: words,
  joinedAt: count,
  decks: decodeDeckStandings,
  onTrack: flag,
  reviews: count,
  week: object({ reviews: count, minutes: count }),
  lastDay: nullable(count),
  recalled: part,
})

export const decodeClassReport: Decoder<ClassReport> = object<ClassReport>({
  students: count,
  reviews: count,
  today: count,
  concepts: list(
    object<ConceptReport>({ deck: words, concept: words, title: words, students: count, recalled: nullable(part) }),
    20_000,
  ),
  questions: list(decodeQuestion, 50_000),
  weeks: list(object<WeekReport>({ from: count, students: count, reviews: count, recalled: part }), 5000),
  standings: nullable(list(decodeStudent, 10_000)),
})
