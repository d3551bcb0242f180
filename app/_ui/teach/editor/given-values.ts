import type { Json } from '@/lib/core/json'
import { isList, isRecord, readExpression, textOf, writeExpression } from './form-values'

/** How a number is drawn; `written` is one that its author wrote, `other` a draw that only source can say. */
export const drawKinds = ['uniform', 'integer', 'normal', 'choice', 'written', 'other'] as const
export type DrawKind = (typeof drawKinds)[number]

export const drawKindOf = (value: Json | undefined): DrawKind => {
  if (!isRecord(value)) return 'written'
  if ('value' in value) return 'written'
  return drawKinds.find((kind) => kind in value) ?? 'other'
}

const starts: { readonly [K in Exclude<DrawKind, 'other'>]: { readonly [key: string]: Json } } = {
  uniform: { uniform: [-3, 3], decimals: 1 },
  integer: { integer: [1, 9] },
  normal: { normal: [0, 1], decimals: 1 },
  choice: { choice: [1, 2, 3] },
  written: { value: 1 },
}

/** The same number drawn in another way: its shape and how it is called stay. */
export const drawnAs = (value: Json | undefined, kind: Exclude<DrawKind, 'other'>): Json => {
  const before = isRecord(value) ? value : {}
  const kept = Object.entries(before).filter(
    ([key]) => key === 'tex' || (kind !== 'written' && (key === 'shape' || key === 'distinct')),
  )
  const own = { ...starts[kind] }
  // Ends of one range are as good for another.
  const range = before.uniform ?? before.integer
  if ((kind === 'uniform' || kind === 'integer') && range !== undefined) own[kind] = range
  const made = { ...own, ...Object.fromEntries(kept) }
  return kind === 'written' && kept.length === 0 ? 1 : made
}

/** Two numbers of a draw, as they are typed. */
export const endsOf = (value: Json | undefined, kind: DrawKind): readonly [string, string] => {
  const pair = isRecord(value) ? value[kind] : undefined
  const [low, high] = isList(pair) ? pair : []
  return [textOf(low), textOf(high)]
}

/** What is written where no draw is: the number itself. */
export const writtenOf = (value: Json | undefined): Json | undefined => (isRecord(value) ? value.value : value)

/** A list typed with commas; numbers become numbers. */
export const typedList = (text: string): readonly Json[] =>
  text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => readExpression(part))

export const listTyped = (value: Json | undefined): string =>
  isList(value) ? value.map(writeExpression).join(', ') : writeExpression(value)
