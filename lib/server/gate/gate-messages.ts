import 'server-only'
import type { CompiledDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** More compute questions in one bank are refused before anything is computed; a copy of a whole course fits. */
export const mostQuestions = 500

/** What the gate is given: the files of a whole deck, `deck.yaml` among them. */
export interface GateJob {
  readonly files: readonly DeckFile[]
}

/** A card or question the gate has begun with, so that whoever waits knows what takes so long. */
export interface GatePlace {
  /** Its authored id, or where it stands when it has none. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface GateFinding {
  /** Null while anything in it cannot stand. */
  readonly compiled: CompiledDeck | null
  readonly diagnostics: readonly Diagnostic[]
}

export type GateMessage =
  | {
      readonly kind: 'at'
      readonly place: GatePlace
      /** Questions computed so far, of how many; both 0 while the text is still being read. */
      readonly done: number
      readonly of: number
    }
  | { readonly kind: 'found'; readonly finding: GateFinding }
  | { readonly kind: 'failed'; readonly message: string }
