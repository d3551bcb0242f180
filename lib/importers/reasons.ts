/** Why a row is not in the deck as it stood in the file. `detail` is a piece of the file or a number, shown as it is. */
export interface Reason {
  readonly kind: ReasonKind
  readonly detail: string
}

/**
 * What each kind means for its row: `out` leaves it out, `lost` is something a learner will miss, `told` changes nothing that
 * was asked and is said so that nobody wonders.
 */
export const reasonWeights = {
  // Left out.
  'no-answer': 'out',
  'no-question': 'out',
  'no-right': 'out',
  'all-right': 'out',
  'no-gap': 'out',
  'not-a-card': 'out',
  description: 'out',
  'unknown-type': 'out',
  'not-a-number': 'out',
  'formula-unknown': 'out',
  'no-dataset': 'out',
  'cannot-be-set': 'out',
  'too-long': 'out',
  twin: 'out',
  unclosed: 'out',
  missing: 'out',
  // Lost.
  'self-judged': 'lost',
  weights: 'lost',
  'several-right': 'lost',
  'options-cut': 'lost',
  'two-options': 'lost',
  distractors: 'lost',
  feedback: 'lost',
  hints: 'lost',
  tolerance: 'lost',
  unit: 'lost',
  'dataset-choice': 'lost',
  schedule: 'lost',
  simplified: 'lost',
  sound: 'lost',
  picture: 'lost',
  script: 'lost',
  media: 'lost',
  formula: 'lost',
  look: 'lost',
  table: 'lost',
  link: 'lost',
  // Told.
  'why-added': 'told',
  'mistakes-added': 'told',
  split: 'told',
  'id-new': 'told',
  newline: 'told',
} as const satisfies { readonly [kind: string]: 'out' | 'lost' | 'told' }

export type ReasonKind = keyof typeof reasonWeights

export type Outcome = 'imported' | 'lossy' | 'skipped'

export const outcomeOf = (row: { readonly cards: readonly string[]; readonly reasons: readonly Reason[] }): Outcome => {
  if (row.cards.length === 0) return 'skipped'
  return row.reasons.some(({ kind }) => reasonWeights[kind] !== 'told') ? 'lossy' : 'imported'
}

/** Why a whole file was not read. Nothing was changed. */
export interface FileRefusal {
  readonly kind: RefusalKind
  readonly detail: string
  /** Line the trouble is on, from 1; null where it has none. */
  readonly line: number | null
}

export const refusalKinds = [
  'too-large',
  'too-many-rows',
  'not-text',
  'not-xml',
  'entities',
  'too-deep',
  'not-a-zip',
  'unsafe-name',
  'bomb',
  'unknown-format',
  'other-format',
  'open-quote',
  'nothing-here',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

export const refusal = (kind: RefusalKind, detail = '', line: number | null = null): FileRefusal => ({
  kind,
  detail,
  line,
})

/** Carries a refusal out of a parser's callbacks; caught where the file is opened. */
export class Refused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal.kind)
  }
}
