import { type Decoder, flag, integer, list, nullable, object, oneOf, optional, text } from '@/lib/core/decode'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { ok } from '@/lib/core/result'
import { type BankRole, bankRoles, type DraftReview, draftReviews } from './bank-life'

/** What a bank says of itself. */
export interface BankAbout {
  readonly title: string
  /** The first is its own. */
  readonly languages: readonly Language[]
  readonly author: string
  readonly licence: string
  readonly source: string
  /** Its studies, as a deck's folder names them; left out for a single one that is called like the bank. */
  readonly studies?: readonly BankStudy[] | undefined
}

/** A part of a bank's course. */
export interface BankStudy {
  readonly number: number
  readonly title: { readonly [L in Language]: string }
  readonly background: boolean
}

export const bankStates = ['draft', 'published', 'retired'] as const
export const bankAudiences = ['owner', 'link', 'everyone'] as const

/** A bank as whoever may work on it or read its draft sees it in a list. */
export interface OwnBank extends BankAbout {
  readonly id: DeckId
  readonly state: (typeof bankStates)[number]
  /** Whether somebody else has looked at the draft. */
  readonly review: DraftReview
  /** What whoever asks may do with it. */
  readonly role: BankRole
  /** It is theirs, and cannot be taken from them. */
  readonly own: boolean
  readonly audience: (typeof bankAudiences)[number]
  /** Secret part of its link; null while there is none, and for whoever may not share it. */
  readonly linkToken: string | null
  /** Of the draft: whoever changes it names the one they have read. */
  readonly revision: number
  /** ms since 1970. */
  readonly changedAt: number
  /** What learners get now; null before the first publication. */
  readonly published: { readonly version: string; readonly cards: number; readonly at: number } | null
  readonly origin: { readonly deck: string; readonly version: string | null } | null
}

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

const words = text(500)

const study = object<BankStudy>({
  number: integer(1, 1000),
  title: object<BankStudy['title']>({ en: words, zh: words }),
  background: flag,
})

const wholeAbout = { ...about, studies: optional(list(study, 200)) }

export const decodeBankAbout = object<BankAbout>(wholeAbout)

export const decodeOwnBank = object<OwnBank>({
  ...wholeAbout,
  title: words,
  id: bankId,
  state: oneOf(bankStates),
  review: oneOf(draftReviews),
  role: oneOf(bankRoles),
  own: flag,
  audience: oneOf(bankAudiences),
  linkToken: nullable(text(100)),
  revision: count,
  changedAt: count,
  published: nullable(object({ version: text(64), cards: count, at: count })),
  origin: nullable(object({ deck: text(300), version: nullable(text(64)) })),
})

export const decodeOwnBanks = object<{ readonly banks: readonly OwnBank[] }>({ banks: list(decodeOwnBank, 1000) })
