import { once } from '../words/once'

const covered = /\$\$[^$]+\$\$|\$[^$]+\$|`[^`]+`/g

/** The text with formulas and code covered sign by sign, so that patterns see words only and places stay the same. */
export const mask = (text: string): string => (!text.includes('$') && !text.includes('`') ? text : masks(text))

const masks = once((text: string) => text.replace(covered, (found) => '\uE000'.repeat(found.length)))

/** Clauses between commas outside formulas and brackets, with their places. */
export interface Clause {
  readonly text: string
  readonly from: number
  readonly to: number
}

const signs = /[，；,（([【「“）)\]】」”]/g

export const clausesOf = once((text: string): readonly Clause[] => {
  const masked = mask(text)
  const clauses: Clause[] = []
  let depth = 0
  let start = 0
  const push = (to: number) => {
    const part = text.slice(start, to).trim()
    if (part !== '') clauses.push({ text: part, from: start, to })
  }
  for (const { 0: c, index } of masked.matchAll(signs)) {
    if ('（([【「“'.includes(c)) depth++
    else if ('）)]】」”'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (c !== ',' || /\s/.test(masked.charAt(index + 1)))) {
      push(index)
      start = index + 1
    }
  }
  push(masked.length)
  return clauses
})
