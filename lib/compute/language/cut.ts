import { isScalar } from 'yaml'

export const bracketStep = (sign: string): number =>
  sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0

const balance = (text: string): number => [...text].reduce((depth, sign) => depth + bracketStep(sign), 0)

/** True where brackets are open at the end: inside { } and [ ], YAML cuts an unquoted text at its first comma. */
export const isCut = (text: string): boolean => balance(text) > 0

/**
 * Which entries of a flow list or map are the leftovers of an expression cut before them; the cut itself is told where the
 * expression starts, once.
 */
export const leftovers = (
  entries: readonly { readonly text: unknown; readonly whole: boolean }[],
): readonly boolean[] => {
  let open = 0
  return entries.map(({ text, whole }) => {
    const written = typeof text === 'string' ? text : ''
    if (open > 0 && !whole) {
      open = Math.max(0, open + balance(written))
      return true
    }
    open = Math.max(0, balance(written))
    return false
  })
}

/** The text of an unquoted scalar, the only kind YAML cuts. */
export const plainText = (node: unknown): string | null =>
  isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string' ? node.value : null
