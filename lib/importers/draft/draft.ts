import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { Care } from '../anki/html/to-markdown'
import type { ImportedConcept } from '../importer'
import type { Reason } from '../reasons'
import type { Text } from '../text/text'

/** A card without the id and concept that the file's other rows may still decide. */
export interface DraftCard {
  /** An id the file gives it, in our shape; null to make one. */
  readonly id: string | null
  /** What makes it this card and no other: the same text gives the same id. */
  readonly key: string
  readonly type: string
  readonly fields: { readonly [field: string]: Json }
  /** Its program was made here and not by an author: it is tried as a publication tries it. False when left out. */
  readonly tried?: boolean
}

/** Sets texts as Markdown of ours and notes what that costs. */
export interface Pen {
  readonly set: (text: Text) => string
  /** One line, for lists and gaps. */
  readonly line: (text: Text) => string
  /** Path of a picture in our deck; null where it cannot be kept. */
  readonly figure: (name: string) => string | null
  /** How much is tried: a row with a fault is made again with less. */
  readonly care: Care
  readonly tell: (kind: Reason['kind'], detail?: string) => void
  /** The language most of the row is in, for words that are added. */
  readonly language: Language
}

/** A row as the parser found it. `make` is called again with a pen of less care where its text cannot be set. */
export interface DraftRow {
  readonly line: number
  readonly entry: string | null
  readonly title: string
  readonly source: string
  /** Titles from the outermost in; the last is its concept. */
  readonly heading: readonly string[]
  /** Concepts with ids of their own, in place of the heading. */
  readonly concepts?: readonly ImportedConcept[]
  readonly tags: readonly string[]
  readonly reasons: readonly Reason[]
  /** Null for a row that is left out, with its reason. */
  readonly make: ((pen: Pen) => readonly DraftCard[]) | null
}

export interface DraftFile {
  readonly title: string
  readonly rows: readonly DraftRow[]
  /** Pictures by the name that texts use. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export const noPictures: ReadonlyMap<string, Uint8Array> = new Map()

export const firstWords = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 90 ? `${flat.slice(0, 89)}…` : flat
}

const longestSource = 4_000

export const cutSource = (text: string): string =>
  text.length > longestSource ? `${text.slice(0, longestSource)}…` : text
