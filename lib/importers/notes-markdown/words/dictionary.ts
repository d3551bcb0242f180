import { firstSigns } from './first-signs'

/** A word found in a text. */
export interface Found<T> {
  readonly from: number
  readonly text: string
  readonly entry: T
}

/** Whether a UTF-16 unit is an ASCII letter or digit. */
const isLatin = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)

interface Node<T> {
  readonly next: Map<number, Node<T>>
  entry: T | null
}

const makeNode = <T>(): Node<T> => ({ next: new Map(), entry: null })

/** Words looked up in one walk over a text, however many there are. Latin words match whole and in any case, the longest first. */
export const makeDictionary = <T>(words: Iterable<readonly [string, T]>): ((text: string) => Found<T>[]) => {
  const root = makeNode<T>()
  for (const [word, entry] of words) {
    const lower = word.toLowerCase()
    let at = root
    for (let i = 0; i < lower.length; i++) {
      const unit = lower.charCodeAt(i)
      let next = at.next.get(unit)
      if (next === undefined) {
        next = makeNode<T>()
        at.next.set(unit, next)
      }
      at = next
    }
    at.entry ??= entry
  }
  const begins = firstSigns([...root.next.keys()].map((unit) => String.fromCharCode(unit)))
  return (text) => {
    const lower = text.toLowerCase()
    const found: Found<T>[] = []
    // Some letters change their length in lower case; such a text is looked at as it is.
    const source = lower.length === text.length ? lower : text
    for (let from = 0; from < source.length; from++) {
      const unit = source.charCodeAt(from)
      if (begins[unit] === 0 || (isLatin(unit) && from > 0 && isLatin(source.charCodeAt(from - 1)))) continue
      let at = root.next.get(unit)
      let best: { readonly to: number; readonly entry: T } | null = null
      for (let to = from + 1; at !== undefined; to++) {
        // Behind the end stands NaN, which is no letter.
        const whole = !isLatin(source.charCodeAt(to - 1)) || !isLatin(source.charCodeAt(to))
        if (at.entry !== null && whole) best = { to, entry: at.entry }
        at = at.next.get(source.charCodeAt(to))
      }
      if (best !== null) found.push({ from, text: text.slice(from, best.to), entry: best.entry })
    }
    return found
  }
}
