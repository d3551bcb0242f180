/** A field's text with the caret or the marked stretch in it. */
export interface Typed {
  readonly text: string
  readonly start: number
  readonly end: number
}

export type KeypadKey =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'point' | 'sign' | 'exponent' | 'fraction' | 'erase' | 'next' | 'previous' | 'check' }

const minus = /[-\u2212]/

/** Where the number part at the caret begins: after a fraction bar, or after the `e` when the caret stands behind it. */
const partStart = (before: string): number => {
  const exponent = Math.max(before.lastIndexOf('e'), before.lastIndexOf('E'))
  return Math.max(before.lastIndexOf('/'), exponent) + 1
}

/** The stretch of text between fraction bars and exponents that holds the caret. */
const part = ({ text, start }: Typed): string => {
  const from = partStart(text.slice(0, start))
  return text.slice(from).split(/[e/]/i)[0] ?? ''
}

const put = ({ text, start, end }: Typed, piece: string): Typed => ({
  text: text.slice(0, start) + piece + text.slice(end),
  start: start + piece.length,
  end: start + piece.length,
})

const turnSign = (typed: Typed): Typed => {
  const from = partStart(typed.text.slice(0, typed.start))
  const signed = minus.test(typed.text[from] ?? '')
  const shift = signed ? -1 : 1
  const text = signed
    ? typed.text.slice(0, from) + typed.text.slice(from + 1)
    : `${typed.text.slice(0, from)}-${typed.text.slice(from)}`
  return { text, start: Math.max(from, typed.start + shift), end: Math.max(from, typed.end + shift) }
}

/**
 * The field after a key of the docked keypad. A second point, exponent or fraction bar in the same number is a slip and
 * changes nothing; the sign key turns the sign of the number, or of the exponent, that holds the caret.
 */
export const pressed = (typed: Typed, key: KeypadKey): Typed => {
  const marked = typed.end > typed.start
  switch (key.kind) {
    case 'digit':
      return put(typed, key.digit)
    case 'point':
      return !marked && part(typed).includes('.') ? typed : put(typed, '.')
    case 'exponent':
      return !marked && /e/i.test(typed.text.slice(typed.text.lastIndexOf('/') + 1)) ? typed : put(typed, 'e')
    case 'fraction':
      return !marked && typed.text.includes('/') ? typed : put(typed, '/')
    case 'sign':
      return turnSign(typed)
    case 'erase':
      return marked ? put(typed, '') : put({ ...typed, start: Math.max(0, typed.start - 1) }, '')
    default:
      return typed
  }
}
