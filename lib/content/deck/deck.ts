import type { Diagnostic, Position } from '@/lib/core/diagnostic'
import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import type { Language, Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { CardReader, ReadCard } from '../card-reader'
import type { Formulas } from '../markdown/formulas'
import type { Met } from '../markdown/setting-desk'
import type { SaidPart } from './said'

/** A file of a deck: contents in, no disk. Figures come with an empty text. */
export interface DeckFile {
  readonly path: string
  readonly text: string
}

export interface Deck {
  readonly about: About
  readonly concepts: readonly Concept[]
  readonly sections: readonly Section[]
  /** In the order of files and of items in them. */
  readonly cards: readonly DeckCard[]
  /** Formulas set while reading, used again when compiling. */
  readonly formulas: Formulas
}

export interface About {
  readonly id: DeckId
  readonly title: Words
  readonly author: Words
  readonly licence: string
  /** No text in any language where the deck names none. */
  readonly source: Words
  readonly languages: readonly Language[]
  /** False for a deck that is only tested, never shown to learners. */
  readonly publish: boolean
  readonly studies: readonly {
    readonly number: number
    readonly title: Words
    /** Its cards are spread between those of the others instead of standing where its number says. */
    readonly background: boolean
  }[]
}

export interface Concept {
  readonly id: ConceptId
  readonly title: Words
  readonly study: number
  readonly kind: string
  readonly computable: boolean
  readonly prerequisites: readonly ConceptId[]
}

export interface Section {
  readonly id: string
  readonly study: number
  readonly order: number
  readonly concepts: readonly ConceptId[]
  readonly editions: { readonly [L in Language]?: SectionText }
}

export interface SectionText {
  readonly file: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly met: Met
  readonly source: string
}

/** Rules of the gate that a card may be excused from. */
export const allowances = ['one-fact', 'near-duplicate'] as const
export type Allowance = (typeof allowances)[number]

export interface DeckCard {
  readonly id: CardId
  readonly type: CardReader
  readonly concepts: readonly ConceptId[]
  readonly tags: readonly string[]
  /** What the author says is meant, so that the gate lets it pass. */
  readonly allow: readonly Allowance[]
  readonly section: string | null
  readonly study: number
  readonly file: string
  readonly place: Position
  /** Hash over what both languages say, without the card's place in the course. */
  readonly revision: string
  /** What its author wrote, part by part: for comparisons. */
  readonly said: () => readonly SaidPart[]
  readonly read: ReadCard
}

/** A card as its author wrote it, without what is made of it. */
export type WrittenCard = Omit<DeckCard, 'read'>

export interface DeckReading {
  /** Null while there is any error: nothing half-done. */
  readonly deck: Deck | null
  /** What could be read in spite of errors: for counts and editors, never for publishing. */
  readonly draft: Deck | null
  readonly diagnostics: readonly Diagnostic[]
}
