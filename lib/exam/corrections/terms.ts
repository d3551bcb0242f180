import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Correction, NewKey } from './correction'

/** How one showing of an item is marked once some corrections are made. */
export interface Terms {
  /** The best mark of these counts; at least one. */
  readonly keys: readonly MarkingKey[]
  readonly points: number
  readonly dropped: boolean
  readonly full: boolean
}

/** The key with what is new; the old one where a correction is of another kind and so cannot be about it. */
const withKey = (key: MarkingKey, change: NewKey): MarkingKey => {
  if (key.kind === 'choice' && change.kind === 'choice')
    return { ...key, right: key.options.filter((id) => change.right.includes(id)) }
  if (key.kind === 'order' && change.kind === 'order') return { ...key, order: change.order }
  if (key.kind === 'match' && change.kind === 'match') return { ...key, pairs: change.pairs }
  if (key.kind === 'text' && change.kind === 'text') return { ...key, answers: change.answers }
  if (key.kind === 'numbers' && change.kind === 'numbers')
    return {
      ...key,
      asks: key.asks.map((ask) => {
        const cells = change.keys[ask.name]
        return cells === undefined ? ask : { ...ask, key: ask.key.map((own, index) => cells[index] ?? own) }
      }),
    }
  return key
}

const withTolerance = (key: MarkingKey, tolerance: { readonly abs: number; readonly rel: number }): MarkingKey =>
  key.kind === 'numbers' ? { ...key, asks: key.asks.map((ask) => ({ ...ask, tolerance })) } : key

/** The terms of one showing (item and form) after corrections in the order they were made. */
export const termsOf = (
  own: { readonly item: string; readonly form: number; readonly key: MarkingKey; readonly points: number },
  corrections: readonly Correction[],
): Terms => {
  let terms: Terms = { keys: [own.key], points: own.points, dropped: false, full: false }
  for (const { item, change } of corrections) {
    if (item !== own.item) continue
    switch (change.kind) {
      case 'key': {
        if (change.form !== null && change.form !== own.form) break
        const changed = terms.keys.map((key) => withKey(key, change.key))
        terms = { ...terms, keys: change.also ? [...terms.keys, ...changed] : changed.slice(0, 1) }
        break
      }
      case 'tolerance':
        terms = { ...terms, keys: terms.keys.map((key) => withTolerance(key, change)) }
        break
      case 'points':
        terms = { ...terms, points: change.points }
        break
      case 'drop':
        terms = { ...terms, dropped: true }
        break
      case 'full':
        terms = { ...terms, full: true }
        break
    }
  }
  return terms
}
