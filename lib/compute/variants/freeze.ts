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
  /** Seeds tried, from 1 upward. */
  readonly tried: number
  /** Sentences about the rejected seeds, with their number. */
  readonly rejected: ReadonlyMap<string, number>
}

const mostSeeds = 600
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
const examine = (program: Program, seed: number | null): Result<Variant, string> => {
  const sampled = sampleValues(program, seed ?? 0)
  if (!sampled.ok) return refuse(sampled.error[0]?.message ?? 'It cannot be drawn.')
  const values = sampled.value
  const wide = tooWide(program, values)
  if (wide !== null) return refuse(`The given \`${wide}\` is shown with more than ${mostCharacters} characters.`)
  const run = runProgram(withConditions(program), values)
  if (!run.ok) return refuse(run.error[0]?.message ?? 'It has no value.')
  const broken = brokenCondition(program, run.value)
  if (broken !== null) return refuse(`The condition \`${broken.text}\` does not hold.`)
  const asks = askedOfAll(program, run.value)
  const dull = dullAsk(program, asks)
  if (dull !== null) return refuse(`The asked \`${dull.name}\` is not larger than its tolerance.`)
  if (seed !== null && kinkDistance(run.value) < leastKinkDistance)
    return refuse(`A kink or a tie is nearer than ${leastKinkDistance}.`)
  const mistakes: MistakenRun[] = []
  for (const mistake of program.mistakes) {
    const made = runMistake(program, mistake, values, run.value)
    if (!made.ok) return refuse(`The mistake \`${mistake.name}\` has no value: ${made.error}`)
    if (!isApart(asks, made.value.answers, rightAnswers(asks)))
      return refuse(`The mistake \`${mistake.name}\` gives the right answer.`)
    mistakes.push(made.value)
  }
  return ok({ seed, values, asks, run: run.value, mistakes, confused: confusedPairs(asks, mistakes) })
}

const shown = (values: Values): string =>
  JSON.stringify(Object.values(values).map(({ tensor, decimals }) => [tensor.shape, Array.from(tensor.data), decimals]))

/**
 * The first `wanted` variants, from seed 1 upward, on which the question tests what it claims: conditions hold, the asked
 * number is no zero, no kink is near and no mistake gives the right answer. Variants on which all mistakes differ from one
 * another come first. The same program always gives the same variants; one without random givens has one.
 */
export const freezeVariants = (program: Program, wanted = 12): Frozen => {
  const clear: Variant[] = []
  const confusing: Variant[] = []
  const rejected = new Map<string, number>()
  const seen = new Set<string>()
  const random = isRandom(program)
  const most = random ? mostSeeds : 1
  let tried = 0
  while (tried < most && clear.length < wanted && clear.length + confusing.length < 3 * wanted) {
    tried++
    const variant = examine(program, random ? tried : null)
    const numbers = variant.ok ? shown(variant.value.values) : null
    const why = !variant.ok
      ? variant.error
      : seen.has(numbers ?? '')
        ? 'It repeats the numbers of an earlier seed.'
        : null
    if (why !== null) rejected.set(why, (rejected.get(why) ?? 0) + 1)
    else if (variant.ok) {
      seen.add(numbers ?? '')
      const list = variant.value.confused.length === 0 ? clear : confusing
      list.push(variant.value)
    }
  }
  return { variants: [...clear, ...confusing].slice(0, wanted), tried, rejected }
}
