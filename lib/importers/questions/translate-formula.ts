import { limits } from '@/lib/compute/language/limits'
import { ok, type Result, refuse } from '@/lib/core/result'
import { formulaConstants, formulaFunctions } from './formula-functions'
import { formulaTokens, type Token } from './formula-tokens'

const deepest = 60
/** A function may be written with its argument twice, and functions of functions with it a million times. */
const longest = limits.expression

class Unreadable extends Error {}

/**
 * A formula of Moodle's or Canvas' calculated questions as an expression of the compute language, every step in brackets.
 * `nameOf` gives a wildcard its name among the givens; null for one that is none. Refuses with the piece that is not understood.
 */
export const translateFormula = (
  formula: string,
  dialect: keyof typeof formulaFunctions,
  nameOf: (wildcard: string) => string | null,
): Result<string, string> => {
  const tokens = formulaTokens(formula)
  if (tokens === null) return refuse(formula.slice(0, 80))
  let at = 0
  const peek = (): Token | undefined => tokens[at]
  const isSign = (...signs: readonly string[]): boolean => {
    const next = peek()
    return next?.kind === 'sign' && signs.includes(next.text)
  }
  const wrong = (): Unreadable => new Unreadable((peek()?.text ?? formula).slice(0, 80))
  const take = (sign: string) => {
    if (!isSign(sign)) throw wrong()
    at++
  }

  const call = (name: string, depth: number): string => {
    take('(')
    const args: string[] = []
    while (!isSign(')')) {
      args.push(sum(depth + 1))
      if (isSign(',')) at++
      else if (!isSign(')')) throw wrong()
    }
    take(')')
    const written = formulaFunctions[dialect].get(name.toLowerCase())?.(args) ?? null
    if (written === null || written.length > longest) throw new Unreadable(`${name}()`)
    return written
  }

  const atom = (depth: number): string => {
    if (depth > deepest) throw new Unreadable('((((')
    const next = peek()
    if (next === undefined) throw wrong()
    if (next.kind === 'sign') {
      take('(')
      const inner = sum(depth + 1)
      take(')')
      return `(${inner})`
    }
    at++
    if (next.kind === 'number')
      return next.text.startsWith('.') ? `0${next.text}` : next.text.replace(/\.(?=e|E|$)/, '')
    if (next.kind === 'name' && isSign('(')) return call(next.text, depth)
    const name = nameOf(next.text) ?? (next.kind === 'name' ? formulaConstants.get(next.text.toLowerCase()) : undefined)
    if (name === undefined || name === null) throw new Unreadable(next.text)
    return name
  }

  const power = (depth: number): string => {
    const base = atom(depth)
    if (!isSign('^', '**')) return base
    at++
    return `(${base} ^ ${sign(depth + 1)})`
  }

  const sign = (depth: number): string => {
    if (depth > deepest) throw new Unreadable('----')
    if (isSign('+')) {
      at++
      return sign(depth + 1)
    }
    if (!isSign('-')) return power(depth)
    at++
    return `(-${sign(depth + 1)})`
  }

  const product = (depth: number): string => {
    let left = sign(depth)
    while (isSign('*', '/', '%')) {
      const operator = tokens[at++]?.text
      const right = sign(depth)
      left = operator === '%' ? `mod(${left}, ${right})` : `${left} ${operator} ${right}`
    }
    return left
  }

  const sum = (depth: number): string => {
    let left = product(depth)
    while (isSign('+', '-')) {
      const operator = tokens[at++]?.text
      left = `${left} ${operator} ${product(depth)}`
    }
    return left
  }

  try {
    const written = sum(0)
    if (at < tokens.length) throw wrong()
    return ok(written)
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message)
    throw error
  }
}
