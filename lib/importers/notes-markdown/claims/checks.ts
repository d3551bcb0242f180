import type { Claim } from '../proposal'
import type { Equation } from '../rules/equations'
import { checkEquation, checkExpression, checkSides, type SideCheck } from './check-formula'
import { type CodeClaim, checkAgainst, patternOf } from './code/check-code'

/** The checks of one run. What was asked before is remembered: notes repeat their formulas. */
export interface Checks {
  readonly equation: (equation: Equation, whole: string, words: string) => Claim
  readonly expression: (tex: string, words: string) => Claim
  readonly code: (code: string, words: string) => CodeClaim
}

export const makeChecks = (): Checks => {
  const claims = new Map<string, Claim | null>()
  const check: SideCheck = (entry, sides, whole) => {
    const key = [entry.id, whole, ...sides.map(({ tex, condition }) => `${tex}|${condition}`)].join('\u0000')
    const known = claims.get(key)
    if (known !== undefined) return known
    const made = checkSides(entry, sides, whole)
    claims.set(key, made)
    return made
  }
  const codes = new Map<string, CodeClaim>()
  return {
    equation: (equation, whole, words) => checkEquation(equation, whole, words, check),
    expression: (tex, words) => checkExpression(tex, words, check),
    code: (code, words) => {
      const pattern = patternOf(code, words)
      if (pattern === null) return { kind: 'unknown' }
      const key = `${pattern.id}\u0000${code}`
      const made = codes.get(key) ?? checkAgainst(code, pattern)
      codes.set(key, made)
      return made
    },
  }
}
