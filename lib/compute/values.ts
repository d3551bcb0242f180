import type { Tensor } from './ops/tensor'

/**
 * The numbers of one variant by given name. `decimals` is how many are displayed (null: written by the author, shown as
 * JavaScript prints them); the key is computed from exactly what is displayed.
 */
export type Values = { readonly [given: string]: { readonly tensor: Tensor; readonly decimals: number | null } }

/** The same as JSON, stored in bundles and in review events. */
export type StoredValues = {
  readonly [given: string]: {
    readonly shape: readonly number[]
    readonly data: readonly number[]
    readonly decimals: number | null
  }
}
