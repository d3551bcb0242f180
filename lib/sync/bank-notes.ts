import {
  type Decoder,
  defaulting,
  integer,
  json,
  list,
  nullable,
  object,
  oneOf,
  type Refusal,
  tagged,
  text,
} from '@/lib/core/decode'
import type { Json } from '@/lib/core/json'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type BankAbout, decodeBankAbout } from './bank'

/** A card somebody took from their notes. */
export interface AcceptedCard {
  readonly id: string
  readonly type: string
  readonly heading: readonly string[]
  readonly fields: { readonly [field: string]: Json }
}

/** Accepted cards on their way into a bank: one that is there, at the revision that was read, or a new one. */
export interface NotesForBank {
  readonly bank: { readonly id: string; readonly base: number } | null
  /** What a new bank says of itself; not looked at where there is one. */
  readonly about: BankAbout
  /** How the notes are called. */
  readonly name: string
  /** Tells these notes from others of the same name: publishing again replaces their cards and nothing else. */
  readonly notes: string
  readonly cards: readonly AcceptedCard[]
  /** Pictures the cards show. */
  readonly figures: readonly SentFigure[]
}

/** A picture on its way into a bank. */
export interface SentFigure {
  /** As the cards name it, made from its bytes. */
  readonly path: string
  /** Its bytes in Base64. */
  readonly data: string
}

/** Pictures sent at once, and bytes of all of them together. */
export const notesFigures = { most: 60, bytes: 16 * 1024 * 1024 } as const

const isFields = (value: Json): value is { readonly [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields: Decoder<AcceptedCard['fields']> = (value, path = ''): Result<AcceptedCard['fields'], Refusal> => {
  const read = json(100_000, 8)(value, path)
  if (!read.ok) return read
  return isFields(read.value) ? ok(read.value) : refuse({ path, message: `Expected a card's fields at ${path}.` })
}

const count = integer(0, Number.MAX_SAFE_INTEGER)

export const decodeNotesForBank = object<NotesForBank>({
  bank: nullable(object({ id: text(100, /^[^\p{Cc}]+$/u), base: count })),
  about: decodeBankAbout,
  name: text(300, /^[^\p{Cc}]*$/u),
  notes: text(20, /^[a-z0-9]{4,20}$/),
  cards: list(
    object<AcceptedCard>({
      id: text(100),
      type: text(40),
      heading: list(text(2000), 20),
      fields,
    }),
    5000,
  ),
  figures: defaulting(
    list(
      object<SentFigure>({
        path: text(100, /^figures\/import-[0-9a-f]{16}\.(?:svg|png|jpg|webp|gif|avif)$/),
        data: text(6_000_000, /^[A-Za-z0-9+/]+={0,2}$/),
      }),
      notesFigures.most,
    ),
    [],
  ),
})

/** What is wrong with a bank, and with which of its cards. */
export interface BankFault {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint: string
  readonly file: string | null
  readonly line: number
  /** Id of the card as it was sent; null where it is none of those. */
  readonly card: string | null
}

/** What became of a publication. */
export type BankPublished =
  | {
      readonly kind: 'published'
      readonly bank: string
      readonly version: string
      readonly number: number
      readonly cards: number
      readonly revision: number
      readonly faults: readonly BankFault[]
    }
  | { readonly kind: 'refused'; readonly faults: readonly BankFault[] }

const faults = list(
  object<BankFault>({
    severity: oneOf(['error', 'warning']),
    message: text(10_000),
    hint: text(10_000),
    file: nullable(text(1000)),
    line: count,
    card: nullable(text(200)),
  }),
  100_000,
)

export const decodeBankPublished = tagged<BankPublished>('kind', {
  published: object<Extract<BankPublished, { kind: 'published' }>>({
    kind: oneOf(['published']),
    bank: text(100),
    version: text(64),
    number: count,
    cards: count,
    revision: count,
    faults,
  }),
  refused: object<Extract<BankPublished, { kind: 'refused' }>>({ kind: oneOf(['refused']), faults }),
})
