export interface CardFence {
  /** Line of the fence itself, from 1. */
  readonly line: number
  readonly body: string
  readonly heading: readonly string[]
  readonly closed: boolean
}

const opening = /^(`{3,}|~{3,})\s*(card|compute)\s*$/

/** Fenced blocks called `card` or `compute`, under the headings they stand below. */
export const fencesIn = (lines: readonly string[], firstLine: number): readonly CardFence[] => {
  const fences: CardFence[] = []
  const heading: string[] = []
  let open: { readonly edge: string; readonly line: number; readonly body: string[]; readonly card: boolean } | null =
    null
  const end = (closed: boolean) => {
    if (open?.card)
      fences.push({ line: open.line, body: open.body.join('\n'), heading: heading.filter(Boolean), closed })
    open = null
  }
  lines.forEach((line, i) => {
    if (open !== null) {
      const bare = line.trim()
      if (bare.startsWith(open.edge) && bare.replaceAll(open.edge[0] ?? '', '') === '') end(true)
      else open.body.push(line)
      return
    }
    const card = opening.exec(line)
    const other = /^(`{3,}|~{3,})/.exec(line)
    const edge = card?.[1] ?? other?.[1]
    if (edge !== undefined) {
      open = { edge, line: firstLine + i, body: [], card: card !== null }
      return
    }
    const title = /^(#{1,6})\s([\s\S]*)$/.exec(line)
    if (title === null) return
    const level = (title[1] ?? '').length
    heading.length = Math.min(heading.length, level - 1)
    heading[level - 1] = (title[2] ?? '')
      .trim()
      .replace(/\{#[^{}]*\}$/, '')
      .trim()
  })
  end(false)
  return fences
}
