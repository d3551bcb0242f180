import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import type { FieldReader } from './field-reader'
import type { Typesetter } from './typesetter'

/** What reading a deck needs to know of a card type. */
export interface CardReader {
  readonly name: string
  /** A field that names the type by itself: an item that has it needs no `type`. Also makes the name a fence word. */
  readonly impliedBy: string | null
  /** True for a type that practises what the concept's other cards teach: introduced after them. */
  readonly practice: boolean
  readonly read: (fields: FieldReader) => ReadCard | null
}

/** A card as read, its type forgotten. */
export interface ReadCard {
  readonly texts: (language: Language) => readonly string[]
  readonly compile: (set: Typesetter, language: Language) => Json
}
