import type { Json } from '@/lib/core/json'
import type { Result } from '@/lib/core/result'
import type { DraftFile } from './draft/draft'
import type { FileRefusal, Reason } from './reasons'

/** What a card is filed under; a deck's `concepts.yaml` needs an entry for each. */
export interface ImportedConcept {
  readonly id: string
  /** One text for all languages, or one for each. */
  readonly title: Json
}

/** A card as it would stand in a `*.cards.yaml` file. */
export interface ImportedCard {
  readonly id: string
  readonly type: string
  /** The main one first; never empty. */
  readonly concepts: readonly ImportedConcept[]
  readonly fields: { readonly [field: string]: Json }
}

/** One thing the file asks or holds, and what became of it. */
export interface ImportRow {
  /** Line it begins on, from 1, in the file or in the entry of an archive. */
  readonly line: number
  /** File within an archive; null where the file is the thing itself. */
  readonly entry: string | null
  /** Its name or first words, for a list. */
  readonly title: string
  /** How it stands in the file, cut where it is long: for a file of what was refused. */
  readonly source: string
  /** Ids of the cards that came of it; none when it was left out. */
  readonly cards: readonly string[]
  readonly reasons: readonly Reason[]
}

export interface ImportedFigure {
  /** `figures/<name>`, as the cards name it. */
  readonly path: string
  readonly data: Uint8Array
}

export interface Import {
  /** Name of the importer that read the file. */
  readonly from: string
  /** What the file calls itself; empty where it does not. */
  readonly title: string
  readonly cards: readonly ImportedCard[]
  readonly rows: readonly ImportRow[]
  readonly figures: readonly ImportedFigure[]
}

/**
 * Turns a file of another kind into cards for a person to read before they are published. Pure and total: any bytes give
 * rows or a refusal, never an exception. The same input gives the same ids, so importing again is harmless.
 */
export interface Importer {
  readonly name: string
  /** File endings it answers to, with the dot. */
  readonly endings: readonly string[]
  /** Whether content is of this kind, judged by its beginning and, in an archive, by its entries' names. */
  readonly fits: (file: Glimpse) => boolean
  readonly read: (bytes: Uint8Array, file: string) => Result<DraftFile, FileRefusal>
}

/** What tells a format at a glance: nothing is unpacked or parsed for it. */
export interface Glimpse {
  /** The first 64 KiB as text; empty for an archive. */
  readonly head: string
  /** Names in an archive; empty for a text. */
  readonly entries: readonly string[]
}
