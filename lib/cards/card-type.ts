import type { EnginePass } from '@/lib/compute/pass'
import type { StoredValues } from '@/lib/compute/values'
import type { CardReader } from '@/lib/content/card-reader'
import type { FieldReader } from '@/lib/content/field-reader'
import type { Typesetter } from '@/lib/content/typesetter'
import type { Grade } from '@/lib/core/grade'
import type { Json } from '@/lib/core/json'
import { inLanguage, type Language, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { Answer, Input } from '@/lib/view/input'
import type { Trace } from '@/lib/view/trace'
import type { Verdict } from '@/lib/view/verdict'
import type { MarkingKey } from './marking/key'

/** What differs between two showings of one card. The same occasion always shows the same numbers in the same order. */
export interface Occasion {
  /** Seeds shuffles and picks the variant: the id of the review event about to be made. */
  readonly seed: string
  readonly language: Language
}

/** A card's question as the screen shows it. */
export interface Presented {
  readonly question: readonly Block[]
  readonly input: Input
  /** The numbers shown, kept in the review event. */
  readonly given: StoredValues | null
  /** What the learner's own engine should run while the question is read; null where there is nothing to run. */
  readonly engine: EnginePass | null
  /** There are steps between the question and its answer; `Workings` says which of them can be entered. False when left out. */
  readonly stepwise?: boolean
}

/** What follows an answer. */
export interface Outcome {
  readonly verdict: Verdict
  /** The answer, as it unfolds below the question. */
  readonly answer: readonly Block[]
  /** What to say of the recognised mistake or the chosen distractor. */
  readonly feedback: readonly Block[]
  /** The grade the verdict suggests; the learner decides. */
  readonly suggested: Grade | null
  readonly trace: Trace | null
}

/**
 * A card type with its own content type closed inside. `Content` is what the author wrote, `Compiled` is plain JSON in one
 * language (the contract suite checks the round trip), ready to be shown with no Markdown, no typesetter and no network.
 */
export interface CardTypeSpec<Content, Compiled extends object> {
  readonly name: string
  /** See `CardReader`; null when left out. */
  readonly impliedBy?: string
  /** See `CardReader`; false when left out. */
  readonly practice?: boolean
  /** Reads the author's fields; faults go to the reader's diagnostics, and null is returned when there is no card. */
  readonly read: (fields: FieldReader) => Content | null
  /** Every text of the card in one language, for near-duplicate search, spelling of ids and counts. */
  readonly texts: (content: Content, language: Language) => readonly string[]
  readonly compile: (content: Content, set: Typesetter, language: Language) => Compiled
  readonly present: (compiled: Compiled, occasion: Occasion) => Presented
  /** `spentMs` lets a verdict suggest `easy` or `hard`. */
  readonly outcome: (compiled: Compiled, occasion: Occasion, answer: Answer, spentMs: number) => Outcome
  /** What `outcome` compares with, for marking without it; left out where the learner alone decides. */
  readonly key?: (compiled: Compiled, occasion: Occasion) => MarkingKey
}

/** The half of a card type that faces the learner: all a device needs, without readers of YAML and compilers. */
export interface CardFace {
  readonly name: string
  readonly present: (compiled: Json, occasion: Occasion) => Presented
  readonly outcome: (compiled: Json, occasion: Occasion, answer: Answer, spentMs: number) => Outcome
  /** Null where the learner alone decides, so that nobody else can mark. */
  readonly key: ((compiled: Json, occasion: Occasion) => MarkingKey) | null
}

/** A face whose code may still have to come. `open` rejects while it cannot be had; a later call tries again. */
export interface FaceOnCall {
  readonly name: string
  readonly open: () => CardFace | Promise<CardFace>
}

/** A card type with its content forgotten, as lists and screens use it. */
export interface CardType extends CardReader, CardFace {}

/** What a bundle holds of a card: the type's own part and what every card may carry. */
interface Shell<Compiled> {
  readonly body: Compiled
  /** Note and erratum, shown below the answer. */
  readonly notes: readonly Block[]
}

const setNotes = (note: Words | null, erratum: Words | null, set: Typesetter, language: Language): readonly Block[] => [
  ...(note === null ? [] : set.blocks(inLanguage(note, language))),
  ...(erratum === null ? [] : [{ kind: 'erratum' as const, children: set.blocks(inLanguage(erratum, language)) }]),
]

/** An answer that could not be read is no answer yet: nothing is given away. */
const withNotes = (outcome: Outcome, notes: readonly Block[]): Outcome =>
  outcome.verdict.kind === 'unreadable' ? outcome : { ...outcome, answer: [...outcome.answer, ...notes] }

// A bundle is written by `compile` of the same type and version, so its shape is known here and only here.
const shellOf = <Compiled>(compiled: Json): Shell<Compiled> => compiled as unknown as Shell<Compiled>

/** The type's own part of a compiled card. */
export const bodyOf = <Compiled>(compiled: Json): Compiled => shellOf<Compiled>(compiled).body

/** Closes the learner's half over its compiled form. */
export const defineCardFace = <Compiled extends object>(
  spec: Pick<CardTypeSpec<never, Compiled>, 'name' | 'present' | 'outcome' | 'key'>,
): CardFace => {
  const { key } = spec
  return {
    key: key === undefined ? null : (compiled, occasion) => key(bodyOf(compiled), occasion),
    name: spec.name,
    present: (compiled, occasion) => spec.present(bodyOf(compiled), occasion),
    outcome: (compiled, occasion, answer, spentMs) =>
      withNotes(spec.outcome(bodyOf(compiled), occasion, answer, spentMs), shellOf(compiled).notes),
  }
}

/** Closes a spec over its content type, so that the list holds one interface and no casts spread. Adds `note` and `erratum`. */
export const defineCardType = <Content, Compiled extends object>(spec: CardTypeSpec<Content, Compiled>): CardType => {
  return {
    ...defineCardFace(spec),
    impliedBy: spec.impliedBy ?? null,
    practice: spec.practice ?? false,
    read: (fields) => {
      const content = spec.read(fields)
      const note = fields.optionalWords('note')
      const erratum = fields.optionalWords('erratum')
      if (content === null) return null
      const compile = (set: Typesetter, language: Language): Shell<Compiled> => ({
        body: spec.compile(content, set, language),
        notes: setNotes(note, erratum, set, language),
      })
      return {
        texts: (language) => spec.texts(content, language),
        compile: (set, language) => compile(set, language) as unknown as Json,
      }
    },
  }
}
