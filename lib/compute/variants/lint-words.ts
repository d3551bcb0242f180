import type { Diagnostic } from '@/lib/core/diagnostic'
import { languages } from '@/lib/core/language'
import { faultAt } from '../language/locate'
import type { Ask, Mistake, Program } from '../language/program'
import { isWhole } from '../marking/precision'
import type { Frozen } from './freeze'

const leastMistakes = 2

const lintAsk = (ask: Ask, { variants }: Frozen): readonly Diagnostic[] => {
  if (ask.choice !== null) return []
  if (ask.precision.kind === 'free')
    return [
      faultAt(
        ask.place,
        null,
        `The asked "${ask.name}" states no precision.`,
        'Add `decimals: 2` or `integer: true`: the learner reads it beside the box.',
      ),
    ]
  if (ask.precision.kind === 'decimals') return []
  const fraction = variants
    .flatMap(({ asks }) => asks.find(({ name }) => name === ask.name)?.key ?? [])
    .find((key) => !isWhole(key))
  return fraction === undefined
    ? []
    : [
        faultAt(
          ask.place,
          null,
          `The asked "${ask.name}" wants a whole number, but its key can be ${fraction}.`,
          'Ask for `decimals`, or draw givens that keep it whole.',
        ),
      ]
}

const lintFeedback = ({ name, place, says }: Mistake): readonly Diagnostic[] =>
  languages
    .filter((language) => !says?.[language])
    .map((language) =>
      faultAt(
        place,
        null,
        `The mistake "${name}" says nothing in "${language}".`,
        `Add says: { ${language}: "..." } that names the step and what to do instead.`,
      ),
    )

/** A verdict question has few wrong options, so one mistake will do. */
const mistakesWanted = ({ ask }: Program): number => (ask.every(({ choice }) => choice !== null) ? 1 : leastMistakes)

/** What can be told of a question by reading it: precision, feedback, the number of its mistakes. */
export const lintWords = (program: Program, frozen: Frozen): readonly Diagnostic[] => {
  const [first] = program.ask
  const wanted = mistakesWanted(program)
  const few =
    program.mistakes.length >= wanted || first === undefined
      ? []
      : [
          faultAt(
            first.place,
            null,
            `The question knows ${program.mistakes.length} mistakes and should know ${wanted}.`,
            'Add to `mistakes` what people really do, with `says` in both languages.',
          ),
        ]
  return [...program.ask.flatMap((ask) => lintAsk(ask, frozen)), ...few, ...program.mistakes.flatMap(lintFeedback)]
}
