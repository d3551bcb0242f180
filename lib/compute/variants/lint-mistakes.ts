import type { Diagnostic } from '@/lib/core/diagnostic'
import { faultAt } from '../language/locate'
import type { Program } from '../language/program'
import { markNumbers } from '../marking/mark'
import { recogniseMistake } from '../marking/recognise'
import { writeKey } from '../marking/write-number'
import type { Variant } from './freeze'

/** What marking says when each mistake's own answer is typed in. */
export interface MistakesTried {
  readonly tried: number
  readonly named: number
  readonly right: number
  readonly diagnostics: readonly Diagnostic[]
}

export type Finding = 'named' | 'right' | 'unnamed' | { readonly other: string }

/** What marking says of a mistake's own answer on one variant. */
export const findingFor = ({ asks, mistakes }: Variant, name: string): Finding => {
  const made = mistakes.find((one) => one.name === name)
  const cells = Object.fromEntries(
    // Where the mistake gives another shape, the learner would have the right cells there.
    asks.map((ask) => [ask.name, (made?.answers.get(ask.name) ?? ask.key).map((x) => writeKey(ask, x))]),
  )
  const { verdict, read } = markNumbers(asks, cells)
  if (verdict.kind === 'marked' && verdict.right) return 'right'
  const found = read === null ? null : recogniseMistake(asks, read, mistakes)
  return found === name ? 'named' : found === null ? 'unnamed' : { other: found }
}

const complaint = (finding: Exclude<Finding, 'named'>): { readonly message: string; readonly hint: string } => {
  if (finding === 'right')
    return { message: 'is marked right', hint: 'Add a condition to `require` that tells it apart.' }
  if (finding === 'unnamed')
    return { message: 'is not recognised', hint: 'Its value must have the shape of the key and differ from it.' }
  return {
    message: `is taken for "${finding.other}"`,
    hint: 'Merge the two, or add a condition to `require` that tells them apart.',
  }
}

/** Every mistake on every variant: typed in, it is never right and is called by its own name. */
export const lintMistakes = (program: Program, variants: readonly Variant[]): MistakesTried => {
  const diagnostics: Diagnostic[] = []
  let [tried, named, right] = [0, 0, 0]
  for (const { name, place } of program.mistakes) {
    const seen = new Set<string>()
    for (const variant of variants) {
      tried++
      const finding = findingFor(variant, name)
      if (finding === 'right') right++
      if (finding === 'named') named++
      else {
        const { message, hint } = complaint(finding)
        if (seen.has(message)) continue
        seen.add(message)
        const where = variant.seed === null ? '' : ` on seed ${variant.seed}`
        const fault = faultAt(place, null, `The answer of the mistake "${name}" ${message}${where}.`, hint)
        diagnostics.push(typeof finding === 'string' ? fault : { ...fault, severity: 'warning' })
      }
    }
  }
  return { tried, named, right, diagnostics }
}
