import type { Asked } from '@/lib/compute/marking/mark'

/**
 * What an answer to one showing of a card is compared with: numbers and ids of the card, no program, no seed. Plain JSON, so
 * that whoever marks without showing (an exam's server, a re-marking) needs nothing else.
 */
export type MarkingKey =
  | {
      readonly kind: 'numbers'
      readonly asks: readonly Asked[]
      /** Known mistakes run on the same numbers; an ask that got another shape is left out. */
      readonly mistakes: readonly MistakenKey[]
    }
  | {
      readonly kind: 'choice'
      /** Every option, in the card's own order. */
      readonly options: readonly string[]
      /** At least one. */
      readonly right: readonly string[]
    }
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [left: string, right: string])[] }
  /** Accepted spellings, the best first. */
  | { readonly kind: 'text'; readonly answers: readonly string[] }

export interface MistakenKey {
  readonly name: string
  /** Asked cells by ask name, row-major. */
  readonly answers: { readonly [ask: string]: readonly number[] }
}

export type KeyOf<K extends MarkingKey['kind']> = Extract<MarkingKey, { kind: K }>
