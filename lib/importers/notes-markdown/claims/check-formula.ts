import type { Tensor } from '@/lib/compute/ops/tensor'
import { makeRng } from '@/lib/core/rng'
import type { Claim, ClaimNumbers } from '../proposal'
import { type Equation, equationsOf, sidesOf } from '../rules/equations'
import type { Formula } from './formulas/formula'
import { formulas } from './formulas/list'
import { parseTex } from './latex/parse'
import type { Tree } from './latex/tree'
import { agree, prepare, tensorOf, written } from './run'
import { type Defined, spelled, translate } from './translate'

const runs = 6
const shownRuns = 1

const bareLeft = (left: string): string =>
  left
    .replace(/\\(?:left|right)(?![a-zA-Z])/g, '')
    .replace(/[\s{}\\]|（|）/g, (sign) => (sign === '（' ? '(' : sign === '）' ? ')' : ''))

const drawn = ({ given, id }: Formula, run: number): { readonly [name: string]: Tensor } => {
  const rng = makeRng('formula', id, run)
  return Object.fromEntries(
    Object.entries(given).map(([name, { shape = [], from, to, whole }]) => {
      const size = shape.reduce((product, n) => product * n, 1)
      const scale = whole === true ? 1 : 100
      return [
        name,
        tensorOf(
          shape,
          Array.from({ length: size }, () => rng.integer(from * scale, to * scale) / scale),
        ),
      ]
    }),
  )
}

const givenText = (values: { readonly [name: string]: Tensor }): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${written(value)}`)
    .join(', ')

/** `value, (x < 0)`: where a piece of a function holds. */
const piece =
  /^(.*?)\s*[,，]\s*(?:\\(?:text|quad|;)\{?[^}]*\}?\s*)?[(（]?\s*([a-zA-Z])\s*(<=|>=|<|>|\\le|\\ge|\\leq|\\geq|\\lt|\\gt)\s*(-?\d+(?:\.\d+)?)\s*[)）]?(?:\s*[,，].*)?$/s
const signs: { readonly [sign: string]: string } = {
  '\\le': '<=',
  '\\leq': '<=',
  '\\ge': '>=',
  '\\geq': '>=',
  '\\lt': '<',
  '\\gt': '>',
}

export interface Side {
  readonly tex: string
  readonly condition: string | null
}

const sideOf = (tex: string): Side => {
  const found = piece.exec(tex)
  if (found === null) return { tex, condition: null }
  const [, value = '', letter = '', sign = '', bound = ''] = found
  return { tex: value, condition: `${letter} ${signs[sign] ?? sign} ${bound}` }
}

type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly numbers: readonly ClaimNumbers[] }
  | { readonly kind: 'unknown' }

const compare = (text: string, condition: string | null, entry: Formula): Verdict => {
  const first = drawn(entry, 0)
  let best: Verdict = { kind: 'unknown' }
  for (const right of entry.right) {
    const run = prepare(first, [text, right, ...(condition === null ? [] : [condition])])
    if (run === null) continue
    const numbers: ClaimNumbers[] = []
    let compared = 0
    for (let i = 0; i < runs * (condition === null ? 1 : 4) && compared < runs; i++) {
      const values = i === 0 ? first : drawn(entry, i)
      const [says, correct, holds] = run(values) ?? []
      // Numbers on which one side leaves its domain, or on which this piece does not hold, say nothing.
      if (says === undefined || correct === undefined || holds?.data[0] === 0) continue
      compared++
      if (!agree(says, correct))
        numbers.push({ given: givenText(values), says: written(says), correct: written(correct) })
    }
    if (compared === 0) continue
    if (numbers.length === 0) return { kind: 'agrees' }
    best = { kind: 'differs', numbers: numbers.slice(0, shownRuns) }
  }
  return best
}

const definedBy = (equations: readonly Equation[], reading: { functions: ReadonlySet<string> }): Defined => {
  const rows = new Map<string, Tree>()
  for (const { left, right } of equations) {
    const key = spelled(left.replace(/^\s*\\widetilde/, '\\tilde'))
    const tree = parseTex(sidesOf(right)[0] ?? '', reading)
    if (tree !== null && !rows.has(key)) rows.set(key, tree)
  }
  return rows
}

/** Sides of an equation beside one entry; null where they say nothing the entry understands. */
export type SideCheck = (entry: Formula, sides: readonly Side[], whole: string) => Claim | null

export const checkSides: SideCheck = (entry, sides, whole) => {
  const reading = { functions: new Set(Object.keys(entry.functions ?? {})) }
  const defined = definedBy(equationsOf(whole), reading)
  let agreed = 0
  for (const { tex, condition } of sides) {
    const tree = parseTex(tex, reading)
    const text = tree === null ? null : translate(tree, entry, defined)
    if (text === null) continue
    const verdict = compare(text, condition, entry)
    if (verdict.kind === 'agrees') agreed++
    if (verdict.kind === 'differs')
      return {
        kind: 'erratum',
        entry: entry.id,
        says: tex,
        correct: entry.tex,
        why: '',
        numbers: verdict.numbers,
      }
  }
  return agreed > 0 && agreed === sides.length ? { kind: 'checked', by: 'formula', entry: entry.id, runs } : null
}

/** A letter that equals a list of letters: an equals sign where a function's bracket opens. */
const strayEquals = (left: string, sides: readonly string[]): boolean =>
  sides.length > 1 &&
  /^[a-zA-Z](?:_\w)?$/.test(left.trim()) &&
  /^[(（][^()（）]*[,，][^()（）]*[)）]$/.test((sides[0] ?? '').trim())

const unchecked: Claim = { kind: 'not checked' }

/** An equation beside what the registry knows under the names around it. `whole` is the formula it stands in. */
export const checkEquation = (equation: Equation, whole: string, words: string, check: SideCheck): Claim => {
  const sides = sidesOf(equation.right)
  if (strayEquals(equation.left, sides))
    return {
      kind: 'erratum',
      entry: 'function-application',
      says: `${equation.left} = ${equation.right}`,
      correct: `${equation.left}${sides[0]} = ${sides.slice(1).join(' = ')}`,
      why: '',
      numbers: [],
    }
  const left = bareLeft(equation.left)
  const named = formulas.filter(({ names, left: fits }) => fits?.test(left) === true && names.test(words))
  let wrong: { readonly family: string | undefined; readonly claim: Claim } | null = null
  for (const entry of named) {
    // A formula that is wrong under its name may still be another of the same family; no other entry can clear it.
    if (wrong !== null && (wrong.family === undefined || wrong.family !== entry.family)) continue
    const reading = { functions: new Set(Object.keys(entry.functions ?? {})) }
    const all = [...(isLetter(equation.left) ? [] : [equation.left]), ...sides].map(sideOf)
    const shown = all.length > sides.length ? dropUnreadable(all, entry, reading) : all
    const claim = check(entry, shown, whole)
    if (claim?.kind === 'checked') return claim
    if (claim !== null) wrong ??= { family: entry.family, claim }
  }
  return wrong?.claim ?? unchecked
}

/** The left side counts only where it is a formula itself, as in a chain of equals. */
const dropUnreadable = (
  sides: readonly Side[],
  entry: Formula,
  reading: { functions: ReadonlySet<string> },
): readonly Side[] => {
  const [first, ...rest] = sides
  if (first === undefined) return sides
  const tree = parseTex(first.tex, reading)
  return tree !== null && tree.kind !== 'call' && tree.kind !== 'symbol' && translate(tree, entry, new Map()) !== null
    ? sides
    : rest
}

const isLetter = (left: string): boolean => /^\\?[a-zA-Z]+(?:_(?:\w|\{[^{}]*\}))?$/.test(left.trim())

/** A formula without a left side, named by the words right before it. */
export const checkExpression = (tex: string, words: string, check: SideCheck): Claim => {
  for (const entry of formulas) {
    if (entry.left !== null && !entry.left.test('')) continue
    if (!entry.names.test(words)) continue
    const claim = check(entry, [sideOf(tex)], '')
    if (claim !== null) return claim
  }
  return unchecked
}
