import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Ask, Program } from '../language/program'
import type { Asked } from '../marking/mark'
import { toleranceOf } from '../marking/precision'
import { writeNumber } from '../marking/write-number'
import type { Values } from '../values'
import { kinkDistance, leastKinkDistance } from './kinks'
import { isApart, type MistakenRun, rightAnswers, runMistake } from './mistaken-answers'
import { askedOfAll, brokenCondition, type Run, runProgram, withConditions } from './run'
import { isRandom, sampleValues } from './sample'

/** Numbers a question may be shown with, checked. */
export interface Variant {
  /** What drew them; null where the author wrote every number. */
  readonly seed: number | null
  readonly values: Values
  readonly asks: readonly Asked[]
  readonly run: Run
  readonly mistakes: readonly MistakenRun[]
  /** Pairs of mistakes whose answers cannot be told apart here. */
  readonly confused: readonly (readonly [string, string])[]
}

export interface Frozen {
  readonly variants: readonly Variant[]
  /** How many seeds were tried. */
  readonly tried: number
  /** Sentences about the rejected seeds, with their number. */
  readonly rejected: ReadonlyMap<string, number>
  /** What was at fault in the first seed that could not even be drawn or run, at its place in the document. */
  readonly faults: readonly Diagnostic[]
}

interface Rejection {
  readonly why: string
  readonly faults: readonly Diagnostic[]
}

const because = (why: string): Result<never, Rejection> => refuse({ why, faults: [] })

const faulty = (faults: readonly Diagnostic[]): Result<never, Rejection> =>
  refuse({ why: faults[0]?.message ?? 'It has no value.', faults })

const mostSeeds = 600

/** Which seeds are tried: `first`, `first` + 1, ... and no more than `most` of them. */
export interface Seeds {
  readonly first: number
  readonly most: number
}

/** So many seeds that all cannot be run show that none can. */
const enoughFaults = 40
/** Digits and point of a displayed number, without its sign: what a learner copies on a phone. */
const mostCharacters = 4

const tooWide = (program: Program, values: Values): string | null =>
  program.given.find(({ name, source }) => {
    const value = values[name]
    return (
      source.kind === 'random' &&
      value?.tensor.data.some((x) => writeNumber(Math.abs(x), value.decimals).length > mostCharacters)
    )
  })?.name ?? null

const dullAsk = (program: Program, asks: readonly Asked[]): Ask | null =>
  program.ask.find((ask) => {
    if (ask.zero || ask.choice !== null) return false
    const asked = asks.find(({ name }) => name === ask.name)
    return !asked?.key.some((key) => Math.abs(key) > toleranceOf(asked, key))
  }) ?? null

const confusedPairs = (asks: readonly Asked[], runs: readonly MistakenRun[]): Variant['confused'] =>
  runs.flatMap((one, i) =>
    runs
      .slice(i + 1)
      .flatMap((other) => (isApart(asks, one.answers, other.answers) ? [] : [[one.name, other.name] as const])),
  )

/** One seed's numbers, or the sentence why they are not shown to anybody. */
const examine = (program: Program, seed: number | null): Result<Variant, Rejection> => {
  const sampled = sampleValues(program, seed ?? 0)
  if (!sampled.ok) return faulty(sampled.error)
  const values = sampled.value
  const wide = tooWide(program, values)
  if (wide !== null) return because(`The given \`${wide}\` is shown with more than ${mostCharacters} characters.`)
  const run = runProgram(withConditions(program), values)
  if (!run.ok) return faulty(run.error)
  const broken = brokenCondition(program, run.value)
  if (broken !== null) return because(`The condition \`${broken.text}\` does not hold.`)
  const asks = askedOfAll(program, run.value)
  const dull = dullAsk(program, asks)
  if (dull !== null) return because(`The asked \`${dull.name}\` is not larger than its tolerance.`)
  if (seed !== null && kinkDistance(run.value) < leastKinkDistance)
    return because(`A kink or a tie is nearer than ${leastKinkDistance}.`)
  const mistakes: MistakenRun[] = []
  for (const mistake of program.mistakes) {
    const made = runMistake(program, mistake, values, run.value)
    if (!made.ok) return because(`The mistake \`${mistake.name}\` has no value: ${made.error}`)
    if (!isApart(asks, made.value.answers, rightAnswers(asks)))
      return because(`The mistake \`${mistake.name}\` gives the right answer.`)
    mistakes.push(made.value)
  }
  return ok({ seed, values, asks, run: run.value, mistakes, confused: confusedPairs(asks, mistakes) })
}

const shown = (values: Values): string =>
  JSON.stringify(Object.values(values).map(({ tensor, decimals }) => [tensor.shape, Array.from(tensor.data), decimals]))

/**
 * The first `wanted` variants, from seed 1 upward unless told otherwise, on which the question tests what it claims: conditions hold, the asked
 * number is no zero, no kink is near and no mistake gives the right answer. Variants on which all mistakes differ from one
 * another come first. The same program always gives the same variants; one without random givens has one.
 */
export const freezeVariants = (program: Program, wanted = 12, seeds: Seeds = { first: 1, most: mostSeeds }): Frozen => {
  const clear: Variant[] = []
  const confusing: Variant[] = []
  const rejected = new Map<string, number>()
  const seen = new Set<string>()
  const random = isRandom(program)
  const most = random ? seeds.most : 1
  let faults: readonly Diagnostic[] = []
  let [tried, unrun] = [0, 0]
  const reject = ({ why, faults: found }: Rejection) => {
    rejected.set(why, (rejected.get(why) ?? 0) + 1)
    if (found.length > 0) unrun++
    if (faults.length === 0) faults = found
  }
  while (tried < most && clear.length < wanted && clear.length + confusing.length < 3 * wanted) {
    tried++
    const variant = examine(program, random ? seeds.first + tried - 1 : null)
    const numbers = variant.ok ? shown(variant.value.values) : ''
    if (!variant.ok) reject(variant.error)
    else if (seen.has(numbers)) reject({ why: 'It repeats the numbers of an earlier seed.', faults: [] })
    else (variant.value.confused.length === 0 ? clear : confusing).push(variant.value)
    seen.add(numbers)
    if (tried === unrun && unrun >= enoughFaults) break
  }
  return { variants: [...clear, ...confusing].slice(0, wanted), tried, rejected, faults }
}
