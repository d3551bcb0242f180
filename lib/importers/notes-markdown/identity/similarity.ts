const length = 3

/** Pieces of three signs, blanks and punctuation left out. */
export const shingles = (text: string): ReadonlySet<string> => {
  const bare = text.toLowerCase().replace(/[\s\p{P}$\\]+/gu, '')
  const found = new Set<string>()
  if (bare.length <= length) found.add(bare)
  for (let i = 0; i + length <= bare.length; i++) found.add(bare.slice(i, i + length))
  return found
}

/** Share of common pieces, 0 to 1. */
export const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}
