/** Edits (insert, delete, replace) between two short words. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known word closest to a mistyped one, or null when none is close enough to be meant. */
export const didYouMean = (word: string, known: Iterable<string>): string | null => {
  const short = word.slice(0, 60)
  let best: { readonly word: string; readonly edits: number } | null = null
  for (const candidate of known) {
    const edits = distance(short.toLowerCase(), candidate.toLowerCase())
    if (
      edits < candidate.length &&
      edits <= Math.max(1, Math.floor(candidate.length / 3)) &&
      (best === null || edits < best.edits)
    )
      best = { word: candidate, edits }
  }
  return best?.word ?? null
}
