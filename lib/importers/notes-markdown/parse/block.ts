import type { Passage } from './passage'

/** A piece of notes as it stands, before anything is made of it. `indent` counts columns, a tab to the next multiple of 4. */
export type Block = { readonly indent: number; readonly blankBefore: boolean; readonly passage: Passage } & (
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Passage[])[] }
  | { readonly kind: 'rule' }
  /** The sign of a list item; what stands behind it follows as blocks of its own. */
  | { readonly kind: 'marker'; readonly number: number | null; readonly width: number }
)
