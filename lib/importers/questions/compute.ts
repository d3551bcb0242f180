import type { Json } from '@/lib/core/json'
import type { DraftCard, Pen } from '../draft/draft'
import { isBlank, type Text } from '../text/text'
import type { Asked, Question, Wildcard } from './question'
import { translateFormula } from './translate-formula'
import { addedWords } from './words'

type Formula = Extract<Asked, { kind: 'formula' }>
type Made = { readonly type: string; readonly fields: DraftCard['fields'] } | null

const reserved = new Set(['true', 'false', 'pi', 'e', 'answer', 'grad', 'numgrad', 'stop'])

/** Names of the compute language for wildcards that may be called anything. */
const namesFor = (wildcards: readonly Wildcard[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  return new Map(
    wildcards.map(({ name }, i): [string, string] => {
      // No sign that Markdown could escape: names stand in the words of the question.
      const latin = name.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)
      const base = /^[A-Za-z]/.test(latin) && !reserved.has(latin) ? latin : `x${i + 1}`
      let free = base
      for (let n = 2; taken.has(free); n++) free = `${base}v${n}`
      taken.add(free)
      return [name, free]
    }),
  )
}

const onGrid = (value: number, { low, high, decimals }: Wildcard): boolean =>
  value >= low - 1e-9 && value <= high + 1e-9 && Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9

const mostChoices = 100

/** How a wildcard is drawn: from its range, or where its stored values do not fit one, from those. */
const givenOf = (wildcard: Wildcard, pen: Pen): Json | null => {
  const { drawn, low, high, decimals, uniform, name } = wildcard
  const values = [...new Set(drawn)].slice(0, mostChoices)
  const range = Number.isFinite(low) && Number.isFinite(high) && high >= low
  if (range && uniform && values.every((value) => onGrid(value, wildcard))) {
    const round = (x: number) => Number(x.toFixed(decimals))
    if (round(high) === round(low)) return round(low)
    return decimals === 0
      ? { integer: [Math.ceil(low), Math.floor(high)] }
      : { uniform: [round(low), round(high)], decimals }
  }
  if (values.length === 0) return null
  pen.tell('dataset-choice', `${name}: ${values.length}`)
  return values.length === 1 ? (values[0] ?? null) : { choice: values }
}

/** `{a}` in a question's words by its name among the givens, and `{=formula}` by a step of its own. */
const promptOf = (
  text: Text,
  names: ReadonlyMap<string, string>,
  step: (formula: string) => string | null,
  dialect: Formula['dialect'],
): Text => {
  const source = text.source
    .replace(/\{=([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g, (all, formula: string) => {
      const name = step(formula)
      return name === null ? all : `{${name}}`
    })
    .replace(
      dialect === 'canvas' ? /\[([^[\]<>]{1,60})\]/g : /\{([^{}=][^{}]{0,60}|[^{}=])\}/g,
      (all, name: string) => {
        const known = names.get(name.trim())
        return known === undefined ? all : `{${known}}`
      },
    )
  return { ...text, source }
}

/** Fewer and no question may be published. */
const leastMistakes = 2

const opposite: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*' }

/** Slips that everybody makes with any formula, for a file that knows none: which of them tell apart is tried with the question. */
const commonSlips = (answer: string, pen: Pen): readonly (readonly [name: string, formula: string, says: string])[] => {
  const words = addedWords[pen.language]
  const swapped = answer.replace(/ ([-+*/]) /, (all, operator: string) => ` ${opposite[operator] ?? all} `)
  const sign = ['sign', `-(${answer})`, words.sign] as const
  const inverse = ['inverse', `1 / (${answer})`, words.inverse] as const
  const double = ['double', `2 * (${answer})`, words.double] as const
  if (pen.care === 'full' && swapped !== answer) return [['swapped', swapped, words.swapped], sign, double]
  return pen.care === 'words' ? [double, sign] : [sign, inverse, double]
}

const precision = (decimals: number | null) => ({ decimals: Math.min(12, Math.max(0, decimals ?? 2)) })

/**
 * A calculated question as a program: wildcards become givens, the right formula a step, other formulas mistakes. The key is
 * computed again from the numbers on display, so that nothing that was stored is taken on trust.
 */
export const computeFields = ({ text, feedback }: Question, asked: Formula, pen: Pen): Made => {
  const names = namesFor(asked.wildcards)
  const translate = (formula: string): string | null => {
    const written = translateFormula(formula, asked.dialect, (name) => names.get(name) ?? null)
    if (!written.ok) pen.tell('formula-unknown', written.error)
    return written.ok ? written.value : null
  }
  const right = asked.answers.find(({ share }) => share >= 0.999)
  if (right === undefined) {
    pen.tell('no-right')
    return null
  }
  const answer = translate(right.formula)
  if (answer === null) return null
  const given: { [name: string]: Json } = {}
  for (const wildcard of asked.wildcards) {
    const drawn = givenOf(wildcard, pen)
    if (drawn === null) {
      pen.tell('no-dataset', wildcard.name)
      return null
    }
    given[names.get(wildcard.name) ?? wildcard.name] = drawn
  }
  const steps: { [name: string]: Json } = {}
  const shown = (formula: string): string | null => {
    const written = translateFormula(formula, asked.dialect, (name) => names.get(name) ?? null)
    if (!written.ok) return null
    const name = `shown${Object.keys(steps).length + 1}`
    steps[name] = written.value
    return name
  }
  const prompt = pen.set(promptOf(text, names, shown, asked.dialect))
  const words = addedWords[pen.language]
  const known = Object.fromEntries(
    asked.answers
      .filter((one) => one !== right && one.share < 0.5)
      .flatMap(({ formula, why }, i) => {
        const written = translate(formula)
        return written === null
          ? []
          : [[`other-${i + 1}`, { answer: { answer: written }, says: isBlank(why) ? words.slip : pen.set(why) }]]
      }),
  )
  const missing = Math.max(0, leastMistakes - Object.keys(known).length)
  if (missing > 0) pen.tell('mistakes-added', String(missing))
  const added = commonSlips(answer, pen)
    .slice(0, missing)
    .map(([name, formula, says]) => [name, { answer: { answer: formula }, says }])
  const mistakes = { ...known, ...Object.fromEntries(added) }
  if (asked.answers.some((one) => one !== right && one.share >= 0.5)) pen.tell('weights', String(asked.answers.length))
  const { kind, size } = asked.tolerance
  const tolerance = size > 0 ? { tolerance: kind === 'relative' ? { rel: size } : { abs: size } } : {}
  if (asked.unit !== '') pen.tell('unit', asked.unit)
  const notes = [right.why, feedback].filter((one) => !isBlank(one)).map((one) => pen.set(one))
  return {
    type: 'compute',
    fields: {
      prompt,
      given,
      steps: { ...steps, answer },
      ask: [{ value: 'answer', ...precision(asked.decimals), ...tolerance, label: words.result }],
      mistakes,
      ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    },
  }
}
