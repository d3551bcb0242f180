/** A proposal by where it comes from. */
export interface Placed {
  readonly id: string
  readonly source: { readonly from: number; readonly to: number }
}

/** A run of the notes that the same proposals come from. */
export interface Piece {
  readonly from: number
  readonly text: string
  /** Ids of the proposals it belongs to, the shortest span first; empty between them. */
  readonly cards: readonly string[]
}

/** Notes between two shown stretches that nothing on this page comes from. */
export interface Gap {
  readonly from: number
  readonly lines: number
}

export type NotesPart = { readonly kind: 'piece'; readonly piece: Piece } | { readonly kind: 'gap'; readonly gap: Gap }

/** So much of the notes is shown around a span, in characters; more is folded to a line that says how much. */
const around = 400

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

interface Stretch {
  readonly from: number
  readonly to: number
}

const stretches = (text: string, cards: readonly Placed[]): readonly Stretch[] => {
  const wanted = cards
    .map(({ source }) => ({
      from: lineStart(text, Math.max(0, source.from - around)),
      to: lineEnd(text, Math.min(text.length, source.to + around)),
    }))
    .sort((a, b) => a.from - b.from)
  const joined: Stretch[] = []
  for (const next of wanted) {
    const last = joined.at(-1)
    if (last && next.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else joined.push(next)
  }
  return joined
}

const piecesOf = (text: string, { from, to }: Stretch, cards: readonly Placed[]): readonly Piece[] => {
  const inside = cards.filter(({ source }) => source.from < to && source.to > from)
  const edges = new Set([from, to])
  for (const { source } of inside) edges.add(Math.max(from, source.from)).add(Math.min(to, source.to))
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? to
    const own = inside
      .filter(({ source }) => source.from <= start && source.to >= end)
      .sort((a, b) => a.source.to - a.source.from - (b.source.to - b.source.from))
    return { from: start, text: text.slice(start, end), cards: own.map(({ id }) => id) }
  })
}

const linesIn = (text: string, from: number, to: number): number => {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The notes around some proposals, cut where a proposal begins or ends; what is far from all of them is folded. */
export const notesParts = (text: string, cards: readonly Placed[]): readonly NotesPart[] => {
  const parts: NotesPart[] = []
  let at = 0
  const fold = (to: number) => {
    const lines = linesIn(text, at, to)
    if (lines > 0) parts.push({ kind: 'gap', gap: { from: at, lines } })
  }
  for (const stretch of stretches(text, cards)) {
    fold(stretch.from)
    for (const piece of piecesOf(text, stretch, cards)) parts.push({ kind: 'piece', piece })
    at = stretch.to
  }
  fold(text.length)
  return parts
}
