import { type Decoder, integer, literal, number, object, tagged, text } from '@/lib/core/decode'
import type { Measures } from './measures'

/** Reviews at least a day after the one before, without which a fit is guesswork. */
export const leastItems = 400

/** What a fit found, measured on reviews that it had not seen. */
export interface FitReport {
  /** Reviews the set was fitted to. */
  readonly reviews: number
  /** All reviews there are; more than `reviews` only where a sample of the cards was enough. */
  readonly total: number
  /** Reviews it was judged by. */
  readonly judged: number
  readonly fitted: Measures
  readonly defaults: Measures
  /** The set in use, where it is not the defaults; else the same as `defaults`. */
  readonly current: Measures
  readonly average: Measures
}

export type FitAnswer =
  | { readonly kind: 'better'; readonly name: string; readonly report: FitReport }
  /** Not used: what is in use predicts as well or better. */
  | { readonly kind: 'no-better'; readonly report: FitReport }
  | { readonly kind: 'too-few'; readonly reviews: number; readonly needed: number }
  /** This server has no optimiser for its kind of machine. */
  | { readonly kind: 'unavailable' }

type Kind<K extends FitAnswer['kind']> = Extract<FitAnswer, { kind: K }>

const count = integer(0, Number.MAX_SAFE_INTEGER)
const measures = object<Measures>({ logLoss: number(0, 100), rmse: number(0, 1) })

const decodeReport: Decoder<FitReport> = object<FitReport>({
  reviews: count,
  total: count,
  judged: count,
  fitted: measures,
  defaults: measures,
  current: measures,
  average: measures,
})

export const decodeFitAnswer: Decoder<FitAnswer> = tagged<FitAnswer>('kind', {
  better: object<Kind<'better'>>({ kind: literal('better'), name: text(80), report: decodeReport }),
  'no-better': object<Kind<'no-better'>>({ kind: literal('no-better'), report: decodeReport }),
  'too-few': object<Kind<'too-few'>>({ kind: literal('too-few'), reviews: count, needed: count }),
  unavailable: object<Kind<'unavailable'>>({ kind: literal('unavailable') }),
})

/** A set as the server keeps it. */
export interface StoredSet {
  readonly name: string
  /** ms since 1970. */
  readonly fittedAt: number
  readonly report: FitReport
}

export const decodeStoredSet: Decoder<StoredSet> = object<StoredSet>({
  name: text(80),
  fittedAt: number(0, Number.MAX_SAFE_INTEGER),
  report: decodeReport,
})
