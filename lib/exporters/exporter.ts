import type { Bundle } from '@/lib/content/bundle'
import type { DeckFile } from '@/lib/content/deck/deck'

/** A deck as it is exported: what is published in one language, and its files as their author wrote them. */
export interface ExportSource {
  readonly bundle: Bundle
  /** Titles by concept. */
  readonly concepts: ReadonlyMap<string, string>
  /** Only for formats that keep what the author wrote. */
  readonly files: readonly DeckFile[]
  /** Pictures as blocks and files name them. */
  readonly figures: ReadonlyMap<string, Uint8Array>
  /** Frozen variants of a question with numbers, at most. */
  readonly variants: number
  /** Chooses them, and the order of what is shuffled. */
  readonly seed: string
}

/** What a format cannot keep of a card. */
export const exportLosses = [
  /** Nobody marks it there. */
  'unmarked',
  /** Numbers are those of some variants, drawn once. */
  'frozen',
  /** Steps, mistakes and what is said to them. */
  'workings',
  /** An order is asked as pairs with places. */
  'order-as-match',
  /** Several numbers are asked one by one. */
  'cells-apart',
  'picture',
  /** Something to play with. */
  'explorer',
  /** A formula stands as LaTeX where none is set. */
  'formula-plain',
  /** A section's prose. */
  'prose',
] as const
export type ExportLoss = (typeof exportLosses)[number]

export interface ExportRow {
  /** Id of a card within its deck, or a file's path. */
  readonly id: string
  readonly title: string
  /** Whether anything of it is in the file. */
  readonly kept: boolean
  readonly losses: readonly ExportLoss[]
}

export interface Exported {
  /** File ending, with the dot. */
  readonly ending: string
  readonly mime: string
  readonly data: Uint8Array
  readonly rows: readonly ExportRow[]
}

/** Turns a deck into a file of another kind. Pure: the same source gives the same bytes. */
export interface Exporter {
  readonly name: string
  /** What it may lose, told before anybody chooses it. */
  readonly loses: readonly ExportLoss[]
  readonly write: (source: ExportSource) => Exported
}
