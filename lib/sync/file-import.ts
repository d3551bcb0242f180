import { type Decoder, flag, integer, list, nullable, number, object, oneOf, tagged, text } from '@/lib/core/decode'

/** Why a file was not taken, and nothing changed. */
const importRefusals = [
  'not-a-package',
  'damaged',
  'too-large',
  'unsafe-name',
  'decoy-only',
  'too-new',
  'no-collection',
  'nothing-to-import',
  'draft-too-large',
  'too-long',
  'too-many-rows',
  'not-text',
  'not-xml',
  'entities',
  'too-deep',
  'not-a-zip',
  'bomb',
  'unknown-format',
  'other-format',
  'open-quote',
  'nothing-here',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** What cards of one kind of loss have in common, and how many they are. */
export interface ImportLoss {
  readonly kind: string
  /** `out`: not imported; `changed`: imported without what `kind` names. */
  readonly left: 'out' | 'changed'
  readonly count: number
  /** Beginnings of the notes, or names; the first of them. */
  readonly examples: readonly string[]
}

/** What a person decides about a row. `both`: a card that is there already stays, and the file's stands beside it. */
export const rowChoices = ['take', 'skip', 'both'] as const
export type RowChoice = (typeof rowChoices)[number]

/** Decisions by the rows' places in a preview, from 0; whatever is not named is taken. */
export interface RowChoices {
  readonly skip: readonly number[]
  readonly both: readonly number[]
}

/** Bytes that decisions may take on their way. */
export const mostChoiceBytes = 4 * 1024 * 1024

/** What taking a row would do. */
export interface RowBrings {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Cards that `both` would add or change beside those that are there. */
  readonly copies: number
  /** Reviews that are not here yet. */
  readonly reviews: number
}

/** One row of a file, and what would become of it. */
export interface ImportedRow {
  /** Where it begins: in the file, or in one of an archive's files; of a package, its number among the notes. */
  readonly line: number
  readonly entry: string | null
  readonly title: string
  readonly outcome: 'imported' | 'lossy' | 'skipped'
  readonly reasons: readonly { readonly kind: string; readonly detail: string }[]
  /** As it stands in the file, where it is left out; empty for the others. */
  readonly source: string
  readonly brings: RowBrings
  /** What was decided when this bank last took it in. */
  readonly choice: RowChoice
}

/** How most of the cards were studied, in our terms. Steps in minutes. */
export interface ImportedPreset {
  readonly name: string
  readonly retention: number
  readonly newCards: number
  readonly reviews: number
  readonly learning: readonly number[]
  readonly relearning: readonly number[]
}

/** What an import would do. */
export interface ImportPreview {
  /** Names exactly this: an import must say it, so that nobody applies what they have not read. */
  readonly mark: string
  readonly container: 'anki2' | 'anki21' | 'anki21b' | 'text'
  readonly title: string
  /** The bank it goes into; null for a new one. */
  readonly bank: { readonly id: string; readonly title: string } | null
  readonly notes: number
  readonly cards: { readonly added: number; readonly changed: number; readonly same: number }
  readonly decks: readonly { readonly path: string; readonly cards: number }[]
  readonly reviews: { readonly fresh: number; readonly known: number }
  readonly suspended: number
  readonly flagged: number
  readonly pictures: number
  /** Settings the bank is studied with from then on; null where they stay as they are. */
  readonly preset: ImportedPreset | null
  readonly losses: readonly ImportLoss[]
  /** Every row of the file; of a package every note. */
  readonly rows: readonly ImportedRow[]
}

export interface ImportFault {
  readonly message: string
  readonly hint: string
  readonly file: string
  readonly line: number
}

/** What became of a file. */
export type ImportAnswer =
  | { readonly kind: 'refused'; readonly reason: ImportRefusal; readonly message: string; readonly hint: string }
  /** The bank as it would become cannot stand. */
  | { readonly kind: 'faults'; readonly faults: readonly ImportFault[] }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | {
      readonly kind: 'done'
      readonly id: string
      readonly bank: string
      readonly cards: number
      readonly reviews: number
    }

/** An import that was made. */
export interface MadeImport {
  readonly id: string
  readonly file: string
  /** ms since 1970. */
  readonly at: number
  /** Null once the bank is gone. */
  readonly bank: { readonly id: string; readonly title: string } | null
  readonly cards: number
  readonly reviews: number
  /** `changed`: the bank was changed since, so that it cannot be taken back any more. */
  readonly state: 'stands' | 'changed' | 'undone'
  /** Reviews made here on its cards since: they stay when it is taken back. */
  readonly since: number
}

const count = integer(0, Number.MAX_SAFE_INTEGER)
const mostRows = 500_000
const places = list(integer(0, mostRows), mostRows)

export const decodeRowChoices = object<RowChoices>({ skip: places, both: places })
const said = text(10_000)
const steps = list(number(0, 1e9), 100)

const preview = object<ImportPreview>({
  mark: text(64),
  container: oneOf(['anki2', 'anki21', 'anki21b', 'text']),
  title: said,
  bank: nullable(object({ id: text(100), title: said })),
  notes: count,
  cards: object({ added: count, changed: count, same: count }),
  decks: list(object({ path: said, cards: count }), 100_000),
  reviews: object({ fresh: count, known: count }),
  suspended: count,
  flagged: count,
  pictures: count,
  preset: nullable(
    object<ImportedPreset>({
      name: said,
      retention: number(0, 1),
      newCards: count,
      reviews: count,
      learning: steps,
      relearning: steps,
    }),
  ),
  losses: list(
    object<ImportLoss>({ kind: text(100), left: oneOf(['out', 'changed']), count, examples: list(said, 1000) }),
    1000,
  ),
  rows: list(
    object<ImportedRow>({
      line: count,
      entry: nullable(said),
      title: said,
      outcome: oneOf(['imported', 'lossy', 'skipped']),
      reasons: list(object({ kind: text(100), detail: said }), 10_000),
      source: said,
      brings: object<RowBrings>({ added: count, changed: count, same: count, copies: count, reviews: count }),
      choice: oneOf(rowChoices),
    }),
    mostRows,
  ),
})

type Kind<K extends ImportAnswer['kind']> = Extract<ImportAnswer, { kind: K }>

export const decodeImportAnswer: Decoder<ImportAnswer> = tagged<ImportAnswer>('kind', {
  refused: object<Kind<'refused'>>({
    kind: oneOf(['refused']),
    reason: oneOf(importRefusals),
    message: said,
    hint: said,
  }),
  faults: object<Kind<'faults'>>({
    kind: oneOf(['faults']),
    faults: list(object<ImportFault>({ message: said, hint: said, file: said, line: count }), 1000),
  }),
  preview: object<Kind<'preview'>>({ kind: oneOf(['preview']), preview }),
  done: object<Kind<'done'>>({ kind: oneOf(['done']), id: text(100), bank: text(100), cards: count, reviews: count }),
})

const made = object<MadeImport>({
  id: text(100),
  file: said,
  at: count,
  bank: nullable(object({ id: text(100), title: said })),
  cards: count,
  reviews: count,
  state: oneOf(['stands', 'changed', 'undone']),
  since: count,
})

export const decodeMadeImports = object<{ readonly imports: readonly MadeImport[] }>({ imports: list(made, 1000) })

export const decodeUndone = object<{ readonly undone: boolean; readonly kept: number }>({ undone: flag, kept: count })
