import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import type { Changes, Known } from '@/lib/importers/notes-markdown/identity/changes'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import type { Accepted } from '@/lib/importers/notes-markdown/to-cards-yaml'
import type { DeskPicture } from './pictures'
import type { CardPreview } from './preview-card'

export interface Proposed {
  readonly cards: readonly Proposal[]
  readonly diagnostics: readonly Diagnostic[]
  readonly changes: Changes | null
  /** All pictures there are: those that came along, and those inside a notebook. */
  readonly pictures: readonly DeskPicture[]
}

export type NotesTask =
  | {
      readonly kind: 'propose'
      readonly text: string
      readonly name: string
      /** What was proposed from an earlier state of the same notes; null for new ones. */
      readonly before: readonly Known[] | null
      readonly pictures: readonly DeskPicture[]
    }
  | {
      readonly kind: 'preview'
      readonly card: Accepted
      readonly language: Language
      /** Pictures that are there, as cards name them. */
      readonly figures: readonly string[]
    }

export type NotesRequest = NotesTask & { readonly id: number }

export type NotesAnswer = { readonly id: number } & (
  | { readonly kind: 'propose'; readonly value: Proposed }
  | { readonly kind: 'preview'; readonly value: CardPreview }
  | { readonly kind: 'failed'; readonly message: string }
  /** The worker is there; answers no task. */
  | { readonly kind: 'ready' }
)
