import type { Diagnostic, Position } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { NotesImage } from './images'

/** Where a proposal comes from: lines and columns count from 1 in UTF-16 units, `end` is exclusive, `text` is the exact slice. */
export interface SourceSpan {
  readonly start: Position
  readonly end: Position
  /** Offsets of the same span, for those who hold the text. */
  readonly from: number
  readonly to: number
  readonly text: string
}

/** One set of numbers on which what the notes say and what is right were both run. */
export interface ClaimNumbers {
  readonly given: string
  /** Null where the notes' version cannot be run at all. */
  readonly says: string | null
  readonly correct: string
}

/** What is known about the truth of a card. Nothing is ever called right because nobody looked. */
export type Claim =
  | {
      readonly kind: 'checked'
      readonly by: 'formula' | 'code' | 'statement'
      readonly entry: string
      readonly runs: number
    }
  | { readonly kind: 'not checked' }
  | {
      readonly kind: 'erratum'
      /** Entry of a registry that knows better. */
      readonly entry: string
      readonly says: string
      readonly correct: string
      readonly why: string
      readonly numbers: readonly ClaimNumbers[]
    }

/** Why a person should look twice before accepting. */
export type Concern = 'over-claim' | 'long' | 'unnamed' | 'boxes'

/** Fields of the card as they would stand in a `*.cards.yaml` file, without id, type and concepts. */
export type CardFields = { readonly [field: string]: Json }

export interface Proposal {
  readonly id: string
  /** A card type of `lib/cards`. */
  readonly type: string
  /** The rule that made it. */
  readonly rule: string
  /** 0 to 1: how often proposals of this rule are usable as they are. */
  readonly confidence: number
  readonly heading: readonly string[]
  readonly source: SourceSpan
  readonly language: Language
  readonly claim: Claim
  readonly concerns: readonly Concern[]
  readonly fields: CardFields
}

export interface Proposals {
  readonly cards: readonly Proposal[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ProposeOptions {
  /** Decides the dialect (`.ipynb`) and names diagnostics. */
  readonly fileName?: string
  /** Pictures that are there; others get no card. */
  readonly images?: readonly NotesImage[]
}
