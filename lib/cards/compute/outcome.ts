import { type Asked, type Marking, markNumbers } from '@/lib/compute/marking/mark'
import { recogniseMistake } from '@/lib/compute/marking/recognise'
import { buildTrace } from '@/lib/compute/trace/build-trace'
import type { Values } from '@/lib/compute/values'
import { firstDeparture } from '@/lib/compute/variants/mistaken'
import { type MistakenRun, runMistake } from '@/lib/compute/variants/mistaken-answers'
import { askedOfAll, type Run } from '@/lib/compute/variants/run'
import type { Answer } from '@/lib/view/input'
import type { Verdict } from '@/lib/view/verdict'
import type { Occasion, Outcome } from '../card-type'
import { gaveUp } from '../gave-up'
import { answerBlocks } from './answer-blocks'
import { type Compiled, setOf } from './compiled'
import { fillValues } from './fill-values'
import { valueText } from './shown-tensor'
import { suggestedGrade } from './suggested-grade'
import { runVariant, variantOf } from './variant'

/** The mistake whose numbers the learner gave, with its run. Mistakes are only run when something is wrong. */
const recognise = (
  compiled: Compiled,
  values: Values,
  run: Run,
  asks: readonly Asked[],
  { verdict, read }: Marking,
): MistakenRun | null => {
  if (read === null || verdict.kind !== 'marked' || verdict.right) return null
  const made = compiled.program.mistakes.flatMap((mistake) => {
    const mistaken = runMistake(compiled.program, mistake, values, run)
    return mistaken.ok ? [mistaken.value] : []
  })
  const name = recogniseMistake(asks, read, made)
  return made.find((one) => one.name === name) ?? null
}

/** Tells the cell at fault by the label beside it: the learner never saw the ask's name. */
const called = (compiled: Compiled, verdict: Extract<Verdict, { kind: 'unreadable' }>): Verdict => {
  const { key, values } = verdict.message
  const { math, text } = compiled.asks[compiled.program.ask.findIndex(({ name }) => name === values.part)]?.label ?? {
    math: null,
    text: '',
  }
  const part = text !== '' ? text : (math?.spoken ?? values.part ?? '')
  return { ...verdict, message: { key, values: { ...values, part } } }
}

export const outcome = (compiled: Compiled, occasion: Occasion, answer: Answer): Outcome => {
  const variant = variantOf(compiled, occasion)
  const { values, run } = runVariant(compiled, variant)
  const { program } = compiled
  const asks = askedOfAll(program, run)
  const textOf = (name: string) => valueText(values, run, name)
  const told = [...answerBlocks(compiled, asks, variant.shapes), ...fillValues(compiled.solution, textOf)]
  const traceOf = (mistaken: MistakenRun | null) =>
    buildTrace(program, values, run, {
      mistaken,
      nameMath: (name) => setOf(compiled.names, name),
      formulaMath: (name) => setOf(compiled.formulas, name),
    })
  if (answer.kind === 'reveal') return gaveUp(told, traceOf(null))
  const marking = markNumbers(asks, answer.kind === 'numbers' ? answer.cells : {})
  if (marking.verdict.kind === 'unreadable')
    return { verdict: called(compiled, marking.verdict), answer: [], feedback: [], suggested: null, trace: null }
  const mistaken = recognise(compiled, values, run, asks, marking)
  const mistake = program.mistakes.find(({ name }) => name === mistaken?.name)
  const verdict = {
    ...marking.verdict,
    mistake: mistake === undefined ? null : { name: mistake.name, step: firstDeparture(program, mistake) },
  }
  const says = compiled.mistakes.find(({ name }) => name === mistake?.name)?.says ?? []
  return {
    verdict,
    answer: told,
    feedback: fillValues(says, textOf),
    suggested: suggestedGrade(verdict),
    trace: traceOf(mistaken),
  }
}
