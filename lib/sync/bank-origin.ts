import { integer, list, nullable, object, text } from '@/lib/core/decode'
import { type BankAbout, decodeBankAbout } from './bank'

/** What a version of a deck was made of; figures come without their bytes. */
export interface OriginSide {
  readonly about: BankAbout
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** What changed in the deck that a bank is a copy of. */
export interface BankOrigin {
  /** The deck's version now. */
  readonly version: string
  /** As it was when it was copied or last taken in. */
  readonly before: OriginSide
  readonly after: OriginSide
  /** What the draft changed, too, so that the draft's stays: ids of cards, or paths of files. */
  readonly kept: readonly string[]
}

const side = object<OriginSide>({
  about: decodeBankAbout,
  files: list(object({ path: text(300), text: text(8_000_000) }), 1000),
})

export const decodeBankOrigin = object<{ readonly origin: BankOrigin | null }>({
  origin: nullable(object<BankOrigin>({ version: text(64), before: side, after: side, kept: list(text(300), 10_000) })),
})

export const decodeTakeOrigin = object<{ readonly base: number; readonly version: string }>({
  base: integer(1, Number.MAX_SAFE_INTEGER),
  version: text(64),
})
