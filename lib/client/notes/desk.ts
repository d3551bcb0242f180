import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Changes } from '@/lib/importers/notes-markdown/identity/changes'
import type { CardFields, Proposal } from '@/lib/importers/notes-markdown/proposal'
import type { DeskPicture } from './pictures'

/** Notes somebody works on, with what was proposed from them. */
export interface Desk {
  /** Tells these notes from others of the same name; see `NotesForBank`. */
  readonly notes: string
  readonly name: string
  readonly text: string
  readonly cards: readonly Proposal[]
  readonly diagnostics: readonly Diagnostic[]
  /** Against the import before; null for the first. */
  readonly changes: Changes | null
  /** Pictures beside the notes and inside them; none on a desk of an earlier version. */
  readonly pictures?: readonly DeskPicture[]
  /** What the last reading no longer proposed, for those who had decided about it. */
  readonly gone?: readonly Proposal[]
}

/** What somebody decided about a proposal. */
export interface Mark {
  readonly decided: 'accepted' | 'dropped' | null
  /** The fields as edited; null while they are as proposed. */
  readonly fields: CardFields | null
}

export const untouched: Mark = { decided: null, fields: null }

export const fieldsOf = (card: Proposal, mark: Mark | undefined): CardFields => mark?.fields ?? card.fields
