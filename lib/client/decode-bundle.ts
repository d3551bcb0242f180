import type { Bundle, BundledCard } from '@/lib/content/bundle'
import {
  type Decoder,
  defaulting,
  flag,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  type Refusal,
  text,
} from '@/lib/core/decode'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { type Language, languages, type Words } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { decodePace, type Pace } from '@/lib/schedule/class-pace'

/** A deck as the server lists it. */
export interface DeckListing {
  readonly id: DeckId
  readonly version: string
  readonly title: Words
  readonly cards: number
  readonly languages: readonly Language[]
  /** How fast the reader's class learns it; null where no class of theirs does. */
  readonly pace: Pace | null
}

const words = text(4000)
const id =
  <T extends DeckId | CardId | ConceptId>(): Decoder<T> =>
  (value, path) => {
    const read = text(300)(value, path)
    return read.ok ? ok(asId<T>(read.value)) : read
  }

/** The body came out of a JSON parser, so everything in it is JSON; its shape is the card type's own business. */
const content: Decoder<Json> = (value, path = '') =>
  value === undefined ? refuse({ path, message: `Expected content at ${path}.` }) : ok(value as Json)

const card = object<BundledCard>({
  id: id<CardId>(),
  revision: text(64),
  type: text(40),
  concepts: list(id<ConceptId>(), 50),
  practice: flag,
  tags: list(text(200), 100),
  heading: list(words, 10),
  section: nullable(text(500)),
  resetAt: optional(integer(0, Number.MAX_SAFE_INTEGER)),
  content,
})

const frame = object<Omit<Bundle, 'format'> & { readonly format: number }>({
  format: integer(1, 1000),
  deck: id<DeckId>(),
  version: text(64),
  language: oneOf(languages),
  title: words,
  author: words,
  licence: words,
  source: words,
  cards: list(card, 50_000),
})

/** Reads a bundle; one of a later format asks for a newer page. */
export const decodeBundle = (value: unknown): Result<Bundle, Refusal> => {
  const read = frame(value)
  if (!read.ok) return read
  if (read.value.format !== 1)
    return refuse({ path: '/format', message: 'This deck needs a newer version of the page.' })
  return ok({ ...read.value, format: 1 })
}

export const decodeDeckList = object<{
  readonly decks: readonly DeckListing[]
  /** These are all the decks this person may see; a stranger is only shown the open ones. */
  readonly whole: boolean
}>({
  whole: defaulting(flag, false),
  decks: list(
    object<DeckListing>({
      id: id<DeckId>(),
      version: text(64),
      title: object<Words>({ en: optional(words), zh: optional(words) }),
      cards: integer(0, 1_000_000),
      languages: list(oneOf(languages), languages.length),
      pace: defaulting(nullable(decodePace), null),
    }),
    1000,
  ),
})
