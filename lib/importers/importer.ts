import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'

/** A card as it would stand in a `*.cards.yaml` file, with the line of the input it came from. */
export interface ImportedCard {
  readonly line: number
  readonly fields: { readonly id: string; readonly type: string } & { readonly [field: string]: Json }
}

export interface Import {
  readonly cards: readonly ImportedCard[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Turns a file of another kind into cards for a person to read before they are published. Pure and total: any text gives
 * cards, diagnostics or both, never an exception. The same input gives the same ids, so importing again is harmless.
 */
export interface Importer {
  readonly name: string
  /** File endings it answers to, with the dot. */
  readonly endings: readonly string[]
  readonly read: (text: string, file: string) => Import
}
