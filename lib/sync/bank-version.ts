import { type Decoder, integer, list, nullable, object, text } from '@/lib/core/decode'
import { type BankAbout, decodeBankAbout } from './bank'

/** One publication of a bank, as its owner sees it in the history. */
export interface BankVersionLine {
  /** From 1. */
  readonly number: number
  /** The version of the deck that came of it. */
  readonly version: string
  /** ms since 1970. */
  readonly at: number
  readonly cards: number
  readonly note: string
  /** How many cards it started anew. */
  readonly startedAnew: number
}

/** A publication with its sources. */
export interface BankVersionSource extends BankVersionLine {
  readonly about: BankAbout
  /** Figures come without their bytes. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** What an author sends to publish a draft. */
export interface PublishRequest {
  /** The revision of the draft that was looked at. */
  readonly base: number
  /** Cards that start anew, as ids without the bank's. */
  readonly resets: readonly string[]
  readonly note: string
}

const count = integer(0, Number.MAX_SAFE_INTEGER)

const line = {
  number: count,
  version: text(64),
  at: count,
  cards: count,
  note: text(2000),
  startedAnew: count,
}

export const decodeBankVersions = object<{ readonly versions: readonly BankVersionLine[] }>({
  versions: list(object<BankVersionLine>(line), 10_000),
})

export const decodeBankVersionSource: Decoder<BankVersionSource> = object<BankVersionSource>({
  ...line,
  about: decodeBankAbout,
  files: list(object({ path: text(300), text: text(8_000_000) }), 1000),
})

export const decodePublishRequest = object<PublishRequest>({
  base: integer(1, Number.MAX_SAFE_INTEGER),
  resets: list(text(100), 10_000),
  note: text(2000, /^[^\0]*$/),
})

/** How far the check of a bank is that is being published; null when none runs. */
export const decodeGateProgress = object<{
  readonly progress: { readonly name: string; readonly done: number; readonly of: number } | null
}>({ progress: nullable(object({ name: text(300), done: count, of: count })) })
