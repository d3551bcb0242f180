import { type Decoder, integer, list, nullable, object, oneOf, text } from '@/lib/core/decode'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { ok } from '@/lib/core/result'

/** What a bank says of itself. */
export interface BankAbout {
  readonly title: string
  /** The first is its own. */
  readonly languages: readonly Language[]
  readonly author: string
  readonly licence: string
  readonly source: string
}

export const bankStates = ['draft', 'published', 'retired'] as const
export const bankAudiences = ['owner', 'link', 'everyone'] as const

/** A bank as its owner sees it in a list. */
export interface OwnBank extends BankAbout {
  readonly id: DeckId
  readonly state: (typeof bankStates)[number]
  readonly audience: (typeof bankAudiences)[number]
  /** Secret part of its link; null while there is none. */
  readonly linkToken: string | null
  /** Of the draft: whoever changes it names the one they have read. */
  readonly revision: number
  /** ms since 1970. */
  readonly changedAt: number
  /** What learners get now; null before the first publication. */
  readonly published: { readonly version: string; readonly cards: number; readonly at: number } | null
  readonly origin: { readonly deck: string; readonly version: string | null } | null
}

const words = text(500)
const count = integer(0, Number.MAX_SAFE_INTEGER)
const bankId: Decoder<DeckId> = (value, path) => {
  const read = text(100)(value, path)
  return read.ok ? ok(asId<DeckId>(read.value)) : read
}

const about = {
  // Something to read is in it; control characters are not.
  title: text(200, /^(?=.*\S)[^\p{Cc}]+$/u),
  languages: list(oneOf(languages), languages.length),
  author: text(500, /^[^\p{Cc}]*$/u),
  licence: text(500, /^[^\p{Cc}]*$/u),
  source: text(2000, /^[^\p{Cc}]*$/u),
}

export const decodeBankAbout = object<BankAbout>(about)

export const decodeOwnBank = object<OwnBank>({
  ...about,
  title: words,
  id: bankId,
  state: oneOf(bankStates),
  audience: oneOf(bankAudiences),
  linkToken: nullable(text(100)),
  revision: count,
  changedAt: count,
  published: nullable(object({ version: text(64), cards: count, at: count })),
  origin: nullable(object({ deck: text(300), version: nullable(text(64)) })),
})

export const decodeOwnBanks = object<{ readonly banks: readonly OwnBank[] }>({ banks: list(decodeOwnBank, 1000) })
