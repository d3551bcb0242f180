const covered = /\$\$[^$]+\$\$|\$[^$]+\$|`[^`]+`/g

/** The text with formulas and code covered sign by sign, so that patterns see words only and places stay the same. */
export const mask = (text: string): string =>
  !text.includes('$') && !text.includes('`') ? text : text.replace(covered, (found) => '\uE000'.repeat(found.length))

/** Clauses between commas outside formulas and brackets, with their places. */
export interface Clause {
  readonly text: string
  readonly from: number
  readonly to: number
}

export const clausesOf = (text: string): readonly Clause[] => {
  const masked = mask(text)
  const clauses: Clause[] = []
  let depth = 0
  let start = 0
  const push = (to: number) => {
    const part = text.slice(start, to)
    if (part.trim() !== '') clauses.push({ text: part.trim(), from: start, to })
  }
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charAt(i)
    if ('（([【「“'.includes(c)) depth++
    else if ('）)]】」”'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (c === '，' || c === '；' || (c === ',' && /\s/.test(masked.charAt(i + 1))))) {
      push(i)
      start = i + 1
    }
  }
  push(masked.length)
  return clauses
}
