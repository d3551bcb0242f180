/** A key that takes the place of an item's own, or stands beside it. In the card's own names. */
export type NewKey =
  | { readonly kind: 'choice'; readonly right: readonly string[] }
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [left: string, right: string])[] }
  | { readonly kind: 'text'; readonly answers: readonly string[] }
  /** Cells by ask name, row-major; asks that are left out keep their own. */
  | { readonly kind: 'numbers'; readonly keys: { readonly [ask: string]: readonly number[] } }

/** What staff change about marking after an exam. Each is about one item. */
export type Change =
  | {
      readonly kind: 'key'
      /** The one showing it is about; null for all. */
      readonly form: number | null
      /** Also accepted: the better of both counts. Otherwise the old key is gone. */
      readonly also: boolean
      readonly key: NewKey
    }
  /** In place of the asks' own tolerances; the asked decimals keep their rounding. */
  | { readonly kind: 'tolerance'; readonly abs: number; readonly rel: number }
  | { readonly kind: 'points'; readonly points: number }
  /** It counts for nobody. */
  | { readonly kind: 'drop' }
  /** Everybody who got it has its points. */
  | { readonly kind: 'full' }

export interface Correction {
  readonly item: string
  readonly change: Change
  /** Nobody loses points by it. */
  readonly neverLower: boolean
}
