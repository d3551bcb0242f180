/** What an Anki collection says, whatever its schema; names as Anki's, units ours. */
export interface Collection {
  /** When the collection was made, ms: day numbers count from its study day. */
  readonly createdAt: number
  /** Minutes east of UTC where it was made; null where the collection does not say. */
  readonly zoneOffset: number | null
  readonly dayStartsAt: number
  readonly decks: ReadonlyMap<number, AnkiDeck>
  readonly presets: ReadonlyMap<number, AnkiPreset>
  readonly notetypes: ReadonlyMap<number, Notetype>
  readonly notes: readonly AnkiNote[]
  readonly cards: readonly AnkiCard[]
  readonly reviews: readonly AnkiReview[]
}

export interface AnkiDeck {
  /** From the outermost in. */
  readonly path: readonly string[]
  readonly preset: number | null
  readonly filtered: boolean
}

export interface AnkiPreset {
  readonly name: string
  readonly newCards: number | null
  readonly reviews: number | null
  /** Minutes. */
  readonly learning: readonly number[]
  readonly relearning: readonly number[]
  readonly longest: number | null
  readonly leechAfter: number | null
  readonly retention: number | null
  /** Of FSRS: 21, 19 or 17 numbers, or none. */
  readonly weights: readonly number[]
}

export interface Notetype {
  readonly name: string
  readonly cloze: boolean
  readonly fields: readonly string[]
  readonly templates: readonly Template[]
}

export interface Template {
  readonly name: string
  readonly front: string
  readonly back: string
}

export interface AnkiNote {
  readonly id: number
  readonly guid: string
  readonly notetype: number
  readonly tags: readonly string[]
  /** HTML. */
  readonly fields: readonly string[]
}

export interface AnkiCard {
  readonly id: number
  readonly note: number
  readonly deck: number
  /** Which template, or which cloze number less one. */
  readonly ord: number
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly interval: number
  /** Ease of the old algorithm, in thousandths. */
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  readonly left: number
  readonly originalDue: number
  readonly originalDeck: number
  readonly flag: number
  /** JSON with FSRS' memory. */
  readonly data: string
}

export interface AnkiReview {
  /** ms since 1970. */
  readonly id: number
  readonly card: number
  readonly ease: number
  readonly interval: number
  readonly factor: number
  readonly durationMs: number
  readonly type: number
}
