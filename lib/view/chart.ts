/** A chart is its message, its marks and its table twin; the screen only draws. All numbers are already in display units. */
export interface Chart {
  readonly id: string
  /** One message key for the title (the interface's messages), with values put in. */
  readonly title: { readonly key: string; readonly values: { readonly [name: string]: string | number } }
  readonly marks: Marks
  /** The same numbers, for screen readers, print and copy. First row of cells is the header keys. */
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }
}

export type Marks =
  | {
      readonly kind: 'bars'
      readonly bars: readonly { readonly label: string; readonly value: number; readonly emphasis: boolean }[]
      readonly unit: string
    }
  | {
      readonly kind: 'share'
      readonly parts: readonly { readonly label: string; readonly value: number; readonly of: number }[]
    }
