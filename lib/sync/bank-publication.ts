import { type Decoder, integer, list, object, oneOf, optional, tagged, text } from '@/lib/core/decode'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** What became of a publication. */
export type BankPublication =
  | {
      readonly kind: 'published'
      readonly bank: string
      readonly version: string
      /** Which publication of the bank it was, from 1. */
      readonly number: number
      readonly cards: number
      readonly revision: number
      /** What could be better; nothing here stops a publication. */
      readonly diagnostics: readonly Diagnostic[]
    }
  /** Something in it cannot stand. Nothing was changed. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

const count = integer(0, Number.MAX_SAFE_INTEGER)

export const decodeDiagnostics = list(
  object<Diagnostic>({
    severity: oneOf(['error', 'warning']),
    file: optional(text(1000)),
    path: text(10_000),
    line: count,
    column: count,
    message: text(10_000),
    hint: text(10_000),
  }),
  100_000,
)

export const decodeBankPublication: Decoder<BankPublication> = tagged<BankPublication>('kind', {
  published: object<Extract<BankPublication, { kind: 'published' }>>({
    kind: oneOf(['published']),
    bank: text(100),
    version: text(64),
    number: count,
    cards: count,
    revision: count,
    diagnostics: decodeDiagnostics,
  }),
  refused: object<Extract<BankPublication, { kind: 'refused' }>>({
    kind: oneOf(['refused']),
    diagnostics: decodeDiagnostics,
  }),
})
