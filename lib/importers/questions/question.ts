import type { ImportedConcept } from '../importer'
import type { Reason } from '../reasons'
import type { Text } from '../text/text'

/** An answer somebody may give, with its part of the mark: 1 is all of it, 0 none, below 0 a penalty. */
export interface Answer {
  readonly text: Text
  readonly share: number
  /** What is said to whoever gives it; blank where nothing is. */
  readonly why: Text
}

/** A number that counts, within bounds around it. */
export interface NumberAnswer {
  /** As it was written, so that its decimals are known. */
  readonly written: string
  readonly value: number
  /** Half the width of what is accepted. */
  readonly tolerance: number
  readonly share: number
  readonly why: Text
}

/** A number that varies. */
export interface Wildcard {
  readonly name: string
  readonly low: number
  readonly high: number
  readonly decimals: number
  /** Values that were drawn and stored; empty where none are. */
  readonly drawn: readonly number[]
  /** Whether its draws are uniform between low and high. */
  readonly uniform: boolean
}

export interface FormulaAnswer {
  readonly formula: string
  readonly share: number
  readonly why: Text
}

/** What question banks ask in, whatever their files look like. */
export type Asked =
  | { readonly kind: 'choice'; readonly several: boolean; readonly options: readonly Answer[] }
  /** `whys` is what is said afterwards, whatever was answered. */
  | { readonly kind: 'true-false'; readonly right: boolean; readonly whys: readonly Text[] }
  | { readonly kind: 'short'; readonly answers: readonly Answer[] }
  | { readonly kind: 'number'; readonly answers: readonly NumberAnswer[]; readonly unit: string }
  | {
      readonly kind: 'match'
      readonly pairs: readonly { readonly left: Text; readonly right: Text }[]
      /** Right sides that belong to no left one. */
      readonly extra: number
    }
  | { readonly kind: 'order'; readonly items: readonly Text[] }
  /** Its text holds gaps; see `gap.ts`. */
  | { readonly kind: 'gaps' }
  | {
      readonly kind: 'formula'
      readonly dialect: 'moodle' | 'canvas'
      readonly wildcards: readonly Wildcard[]
      readonly answers: readonly FormulaAnswer[]
      readonly tolerance: { readonly kind: 'absolute' | 'relative'; readonly size: number }
      readonly decimals: number | null
      readonly unit: string
    }
  | { readonly kind: 'open'; readonly answer: Text }
  /** Left out, with its reason. */
  | { readonly kind: 'none'; readonly why: Reason['kind']; readonly detail: string }

export interface Question {
  readonly line: number
  readonly entry: string | null
  /** Id of a card of ours, where the file carries one. */
  readonly id: string | null
  readonly name: string
  readonly source: string
  readonly heading: readonly string[]
  readonly concepts?: readonly ImportedConcept[]
  readonly tags: readonly string[]
  readonly text: Text
  /** Said to everybody afterwards. */
  readonly feedback: Text
  readonly asked: Asked
  readonly reasons: readonly Reason[]
}
