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
  | 'weights'
  | 'picture-too-large'

export interface LossyRow {
  readonly kind: LossKind
  /** `left-out` cards are not imported; the others are, without what `kind` names. */
  readonly left: 'out' | 'changed'
  /** Anki's guid of the note; null for what concerns no single note. */
  readonly guid: string | null
  readonly detail: string
}

/** What an import would do; the same for a trial and for the import itself. */
export interface ImportReport {
  readonly container: string
  readonly notes: number
  readonly cards: number
  readonly decks: readonly { readonly path: string; readonly cards: number }[]
  readonly reviews: number
  readonly suspended: number
  readonly flagged: number
  readonly pictures: number
  readonly lossy: readonly LossyRow[]
}
