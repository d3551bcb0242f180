import type { Json } from '@/lib/core/json'
import type { Answer } from '@/lib/view/input'

const isText = (value: unknown): value is string => typeof value === 'string'
const texts = (value: Json | undefined): readonly string[] | null =>
  Array.isArray(value) && value.every(isText) ? value : null

/** An answer out of a review event; null where it is of no kind this version knows. */
export const readAnswer = (json: Json): Answer | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const fields = json as { readonly [key: string]: Json }
  switch (fields.kind) {
    case 'reveal':
      return { kind: 'reveal' }
    case 'text':
      return isText(fields.text) ? { kind: 'text', text: fields.text } : null
    case 'choice': {
      const chosen = texts(fields.chosen)
      return chosen && { kind: 'choice', chosen }
    }
    case 'order': {
      const order = texts(fields.order)
      return order && { kind: 'order', order }
    }
    case 'match': {
      const { pairs } = fields
      if (!Array.isArray(pairs)) return null
      const read = pairs.flatMap((pair): readonly (readonly [string, string])[] => {
        const [left, right] = texts(pair) ?? []
        return left !== undefined && right !== undefined ? [[left, right]] : []
      })
      return read.length === pairs.length ? { kind: 'match', pairs: read } : null
    }
    case 'numbers': {
      const { cells } = fields
      if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) return null
      const entries = Object.entries(cells).map(([ask, typed]) => [ask, texts(typed)] as const)
      return entries.every((entry): entry is readonly [string, readonly string[]] => entry[1] !== null)
        ? { kind: 'numbers', cells: Object.fromEntries(entries) }
        : null
    }
    default:
      return null
  }
}

/** The steps in between that were entered with an answer; null where there were none. */
export const readSteps = (json: Json): Answer | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const { steps } = json as { readonly [key: string]: Json }
  return steps === undefined ? null : readAnswer({ kind: 'numbers', cells: steps })
}
