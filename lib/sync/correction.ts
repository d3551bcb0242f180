import { type Decoder, object, oneOf, text } from '@/lib/core/decode'
import { asId, type CardId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { ok } from '@/lib/core/result'

/** What a learner would say otherwise on a card, as a device sends it. */
export interface Correction {
  /** Made by the device, so that sending twice is one suggestion. */
  readonly id: string
  readonly cardId: CardId
  /** Revision of the card as shown. */
  readonly revision: string
  readonly language: Language
  /** The words that were marked on the card; empty when none were. */
  readonly quote: string
  readonly comment: string
}

/** UTF-16 units. */
export const longestQuote = 1000
export const longestComment = 2000

const cardId: Decoder<CardId> = (value, path) => {
  const read = text(200, /^[^/\0]+\/[^\0]+$/)(value, path)
  return read.ok ? ok(asId<CardId>(read.value)) : read
}

/** Reads a suggestion from outside. A comment has at least one visible character, and no text holds NUL. */
export const decodeCorrection: Decoder<Correction> = object<Correction>({
  id: text(64, /^[\w-]{8,}$/),
  cardId,
  revision: text(200, /^[^\0]*$/),
  language: oneOf(languages),
  quote: text(longestQuote, /^[^\0]*$/),
  comment: text(longestComment, /^[^\0]*[^\0\s\p{Cf}][^\0]*$/u),
})
