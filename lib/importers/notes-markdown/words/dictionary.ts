/** A word found in a text. */
export interface Found<T> {
  readonly from: number
  readonly text: string
  readonly entry: T
}

const isLatin = (c: string): boolean => /[A-Za-z0-9]/.test(c)

interface Node<T> {
  readonly next: Map<string, Node<T>>
  entry: T | null
}

const makeNode = <T>(): Node<T> => ({ next: new Map(), entry: null })

/** Words looked up in one walk over a text, however many there are. Latin words match whole and in any case, the longest first. */
export const makeDictionary = <T>(words: Iterable<readonly [string, T]>): ((text: string) => Found<T>[]) => {
  const root = makeNode<T>()
  for (const [word, entry] of words) {
    let at = root
    for (const c of word.toLowerCase()) {
      let next = at.next.get(c)
      if (next === undefined) {
        next = makeNode<T>()
        at.next.set(c, next)
      }
      at = next
    }
    at.entry ??= entry
  }
  return (text) => {
    const lower = text.toLowerCase()
    const found: Found<T>[] = []
    // Some letters change their length in lower case; such a text is looked at as it is.
    const source = lower.length === text.length ? lower : text
    for (let from = 0; from < source.length; from++) {
      let at = root.next.get(source.charAt(from))
      if (at === undefined) continue
      const latin = isLatin(source.charAt(from))
      if (latin && from > 0 && isLatin(source.charAt(from - 1))) continue
      let best: { readonly to: number; readonly entry: T } | null = null
      for (let to = from + 1; at !== undefined; to++) {
        const whole = !isLatin(source.charAt(to - 1)) || !isLatin(source.charAt(to))
        if (at.entry !== null && whole) best = { to, entry: at.entry }
        at = at.next.get(source.charAt(to))
      }
      if (best !== null) found.push({ from, text: text.slice(from, best.to), entry: best.entry })
    }
    return found
  }
}
