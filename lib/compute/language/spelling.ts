/** Edits between two words; two neighbouring letters swapped are one. */
const edits = (a: string, b: string): number => {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? i + j) + 1 : i + j
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** The known word nearest to a mistyped one; null when none is near enough to be meant. */
export const nearest = (word: string, known: Iterable<string>): string | null => {
  if (word.length > 40) return null
  const wanted = word.toLowerCase()
  let best: string | null = null
  let fewest = 1 + Math.max(1, Math.floor(word.length / 3))
  for (const candidate of known) {
    // Every letter changed is another word, not a slip.
    const count = edits(wanted, candidate.toLowerCase())
    if (count < fewest && count < candidate.length) [best, fewest] = [candidate, count]
  }
  return best
}
