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

/** Known words like a mistyped one, the closest first. */
export const nearest = (word: string, known: Iterable<string>, most: number): readonly string[] => {
  const short = word.slice(0, 60).toLowerCase()
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(short, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, edits }) => edits < candidate.length && edits <= Math.max(1, Math.floor(candidate.length / 3)),
    )
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The known word closest to a mistyped one, or null when none is close enough to be meant. */
export const didYouMean = (word: string, known: Iterable<string>): string | null => nearest(word, known, 1)[0] ?? null
