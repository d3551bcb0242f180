import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'

/** An immutable version of a deck in one language: all a device needs to review it, with formulas set. */
export interface Bundle {
  readonly format: 1
  readonly deck: DeckId
  /** Hash over all cards' revisions and sections in both languages. */
  readonly version: string
  readonly language: Language
  readonly title: string
  readonly author: string
  readonly licence: string
  readonly source: string
  readonly cards: readonly BundledCard[]
}

export interface BundledCard {
  readonly id: CardId
  /** Content hash over both languages: tells that a card changed, never who it is. */
  readonly revision: string
  readonly type: string
  readonly concepts: readonly ConceptId[]
  /** Asks for fresh numbers each time: a skill beside the facts of its concept. */
  readonly practice: boolean
  readonly tags: readonly string[]
  /** Where the card stands in the notes, e.g. ["Study 2", "Losses", "Multiclass SVM"]. */
  readonly heading: readonly string[]
  /** Section of the notes the card came from, if any: `/course/<deck>/<section>`. */
  readonly section: string | null
  /** Memory from before this instant, ms since 1970, was of something else: the author said so. Absent while there was no such change. */
  readonly resetAt?: number
  readonly content: Json
}

/** A card without its content: what lists, queues and searches know of it. */
export type ListedCard = Omit<BundledCard, 'content'>

/** A deck with its cards listed; a bundle is one. */
export type ListedDeck = Omit<Bundle, 'cards'> & {
  readonly cards: readonly ListedCard[]
  /** Every card of the version in its order, where some are kept back from `cards`. */
  readonly places?: readonly CardId[]
}

/** The notes as a readable page in one language. */
export interface BundledSection {
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly study: number
  readonly concepts: readonly ConceptId[]
  readonly blocks: readonly Block[]
}

/** Who wrote a deck, under which licence, and how its studies are called. */
export interface BundledAbout {
  readonly author: string
  readonly licence: string
  readonly source: string
  readonly studies: readonly { readonly number: number; readonly title: string }[]
}

/** The order new cards are introduced in is the order of `cards`: prerequisites first. */
export interface BundledConcept {
  readonly id: ConceptId
  readonly title: string
  readonly study: number
  readonly computable: boolean
  readonly prerequisites: readonly ConceptId[]
}
