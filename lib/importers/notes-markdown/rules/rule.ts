import type { Language } from '@/lib/core/language'
import type { Checks } from '../claims/checks'
import type { ImageFinder } from '../images'
import type { Unit } from '../parse/outline'
import type { Passage } from '../parse/passage'
import type { Sentence } from '../parse/sentences'
import type { CardFields, Claim, Concern } from '../proposal'

/** A card before it has an id and a place: what a rule makes of what it found. */
export interface Candidate {
  readonly rule: string
  readonly type: string
  readonly confidence: number
  readonly topics: readonly string[]
  readonly heading: readonly string[]
  readonly language: Language
  readonly fields: CardFields
  readonly passage: Passage
  /** Range in `passage.raw` the card was made from. */
  readonly from: number
  readonly to: number
  /** What the card asks and what it wants to hear, plain: for the quality gate and for near-duplicates. */
  readonly asks: string
  readonly answer: string
  /** Names the fact across edits of its wording. */
  readonly key: string
  readonly claim: Claim
  readonly concerns: readonly Concern[]
}

/** Where a rule stands when it looks at something. */
export interface Place {
  readonly unit: Unit
  readonly topics: readonly string[]
  readonly heading: readonly string[]
  readonly language: Language
  /** The prose right before this unit in the same item, for formulas and code. */
  readonly before: string
  /** Prose right behind this unit in the same item. */
  readonly after: string
  readonly images: ImageFinder
  readonly checks: Checks
}

/** Looks at a whole unit: a paragraph, a formula, code, a table; or at the group a unit heads. */
export interface UnitRule {
  readonly name: string
  readonly find: (place: Place) => Found
}

/** What a rule found, and which ranges of the passage other rules need not look at. */
export interface Found {
  readonly candidates: readonly Candidate[]
  readonly taken: readonly (readonly [number, number])[]
}

export const nothing: Found = { candidates: [], taken: [] }

/** Question and answer, or a text with a gap; `null` when a rule has nothing to say. */
export type Draft =
  | { readonly kind: 'question'; readonly front: string; readonly back: string }
  | {
      readonly kind: 'gap'
      readonly before: string
      readonly gap: string
      readonly after: string
      readonly hint: string | null
    }

/** Looks at one sentence. Rules are asked in order; the first that answers has it. */
export interface SentenceRule {
  readonly name: string
  readonly confidence: number
  readonly read: (text: string, sentence: Sentence, place: Place) => Draft | null
}
