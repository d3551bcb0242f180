/** A run of a text before and after: what stayed, what went, what came. */
export interface Segment {
  readonly kind: 'same' | 'gone' | 'added'
  readonly text: string
}

/** A formula, code, a number, a word, a Chinese character, blanks, or one sign: what a reader would call one thing. */
const token = /\$\$[\s\S]*?\$\$|\$[^$]*\$|`[^`]*`|\d+(?:\.\d+)?|\p{Script=Han}|[\p{L}\p{M}_']+|\s+|[^\s]/gu

export const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

/** Longer texts are compared as a whole: the table would have millions of cells. */
const mostTokens = 1500

type Table = readonly Uint16Array[]

/** Lengths of the longest common run of tokens from each pair of places on. */
const commonLengths = (a: readonly string[], b: readonly string[]): Table => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i]
      const below = table[i + 1]
      if (row && below) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

const walk = (a: readonly string[], b: readonly string[], table: Table): readonly Segment[] => {
  const found: Segment[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]]
    if (was !== undefined && was === is) {
      found.push({ kind: 'same', text: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      found.push({ kind: 'gone', text: was })
      i++
    } else if (is !== undefined) {
      found.push({ kind: 'added', text: is })
      j++
    }
  }
  return found
}

/** Blanks between two changed words belong to the change, and what went stands before what came. */
const merged = (pieces: readonly Segment[]): readonly Segment[] => {
  const result: Segment[] = []
  let [gone, added] = ['', '']
  const flush = () => {
    if (gone !== '') result.push({ kind: 'gone', text: gone })
    if (added !== '') result.push({ kind: 'added', text: added })
    gone = ''
    added = ''
  }
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]
    const between = piece.kind === 'same' && /^\s+$/.test(piece.text) && (gone !== '' || added !== '')
    if (piece.kind === 'gone') gone += piece.text
    else if (piece.kind === 'added') added += piece.text
    else if (between && next !== undefined && next.kind !== 'same') {
      if (gone !== '') gone += piece.text
      if (added !== '') added += piece.text
    } else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') result.splice(-1, 1, { kind: 'same', text: last.text + piece.text })
      else result.push(piece)
    }
  })
  flush()
  return result
}

/** What changed between two texts, word by word; formulas and numbers are one thing each. */
export const textChange = (before: string, after: string): readonly Segment[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let [toA, toB] = [a.length, b.length]
  while (toA > from && toB > from && a[toA - 1] === b[toB - 1]) {
    toA--
    toB--
  }
  const [midA, midB] = [a.slice(from, toA), b.slice(from, toB)]
  const middle: readonly Segment[] =
    midA.length > mostTokens || midB.length > mostTokens
      ? [
          { kind: 'gone', text: midA.join('') },
          { kind: 'added', text: midB.join('') },
        ]
      : walk(midA, midB, commonLengths(midA, midB))
  const edge = (tokens: readonly string[]): readonly Segment[] => tokens.map((text) => ({ kind: 'same', text }))
  return merged([...edge(a.slice(0, from)), ...middle, ...edge(a.slice(toA))].filter(({ text }) => text !== ''))
}
