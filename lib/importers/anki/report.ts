import type { Preset } from '@/lib/schedule/preset'
import type { ImportRow } from '../importer'
import type { Outcome } from '../reasons'
import type { Loss } from './html/to-markdown'

/** What became of a card: why it is not there, or not quite as it was. */
export type LossKind =
  | Loss['what']
  | 'no-front'
  | 'no-back'
  | 'no-gap'
  | 'image-occlusion'
  | 'no-note-type'
  | 'same-guid'
  | 'cannot-be-set'
  | 'simplified'
  | 'no-review-log'
  | 'sm2'
  | 'buried'
  | 'filtered-deck'
  | 'future-review'
  | 'preset'
  | 'other-preset'
  | 'weights'
  | 'picture-too-large'

export interface LossyRow {
  readonly kind: LossKind
  /** `out` cards are not imported; the others are, without what `kind` names. */
  readonly left: 'out' | 'changed'
  /** Anki's guid of the note; null for what concerns no single note. */
  readonly guid: string | null
  readonly detail: string
}

/** One note, and what would become of it. Its line is its number in the package, its entry the deck of its first card. */
export interface NoteRow extends Omit<ImportRow, 'reasons'> {
  readonly outcome: Outcome
  readonly reasons: readonly { readonly kind: LossKind; readonly detail: string }[]
}

/** What an import would do; the same for a trial and for the import itself. */
export interface ImportReport {
  readonly container: 'anki2' | 'anki21' | 'anki21b'
  readonly notes: number
  readonly cards: number
  readonly decks: readonly { readonly path: string; readonly cards: number }[]
  readonly reviews: number
  readonly suspended: number
  readonly flagged: number
  readonly pictures: number
  /** How most of the cards were studied; null where nothing says so. */
  readonly preset: { readonly name: string; readonly cards: number; readonly preset: Preset } | null
  readonly lossy: readonly LossyRow[]
  readonly rows: readonly NoteRow[]
}
