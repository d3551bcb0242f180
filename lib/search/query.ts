import type { Grade } from '@/lib/core/grade'

/** What a search asks of a card. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'term'; readonly term: Term }

export const standings = ['new', 'learn', 'review', 'due', 'suspended', 'buried', 'flagged', 'leech'] as const
export type Standing = (typeof standings)[number]

/** Stability, difficulty, recall today, interval and due day in days, grades given, times forgotten. */
export const properties = ['s', 'd', 'r', 'ivl', 'due', 'reps', 'lapses'] as const
export type Property = (typeof properties)[number]

/** Longer ones first, as they are looked for. */
export const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const
export type Comparison = (typeof comparisons)[number]

export type Term =
  | { readonly on: 'deck' | 'tag' | 'concept' | 'type' | 'mistake'; readonly pattern: string }
  | { readonly on: 'text'; readonly pattern: string }
  | { readonly on: 'is'; readonly standing: Standing }
  | { readonly on: 'flag'; readonly flag: number }
  | { readonly on: 'prop'; readonly property: Property; readonly comparison: Comparison; readonly value: number }
  /** On one of the last `days` study days, today included; any grade where it is null. */
  | { readonly on: 'rated'; readonly days: number; readonly grade: Grade | null }
  | { readonly on: 'introduced'; readonly days: number }

/** Whether a search looks at what is written on cards. */
export const asksForWords = (query: Query): boolean => {
  switch (query.kind) {
    case 'all':
      return false
    case 'term':
      return query.term.on === 'text'
    case 'not':
      return asksForWords(query.part)
    default:
      return query.parts.some(asksForWords)
  }
}

export const fields = [
  'deck',
  'tag',
  'concept',
  'type',
  'is',
  'flag',
  'prop',
  'rated',
  'introduced',
  'mistake',
  'text',
] as const
export type Field = (typeof fields)[number]
