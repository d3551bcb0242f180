import { type Asked, markNumbers } from '@/lib/compute/marking/mark'
import { accepts } from '@/lib/compute/marking/precision'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import type { FieldReader } from '@/lib/content/field-reader'
import { inLanguage, type Words } from '@/lib/core/language'
import type { Block, Inline } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { suggestedGrade } from '../compute/suggested-grade'
import { gaveUp } from '../gave-up'

interface Content {
  readonly question: Words
  readonly unit: Words | null
  readonly asked: Asked
}

interface Unit {
  readonly text: string
  readonly inline: readonly Inline[]
}

interface Compiled {
  readonly question: readonly Block[]
  readonly unit: Unit | null
  readonly asked: Asked
}

const mostDecimals = 12

const readPrecision = (fields: FieldReader): Asked['precision'] | null => {
  const integer = fields.boolean('integer')
  const decimals = fields.optionalInteger('decimals')
  if (integer && decimals !== null)
    return fields.fault('decimals', 'The answer cannot be whole and have decimals.', 'Keep `integer` or `decimals`.')
  if (integer) return { kind: 'integer' }
  if (decimals === null)
    return fields.fault(
      'answer',
      'The card does not say how precise an answer it wants.',
      'Add `decimals: 2` or `integer: true`.',
    )
  return decimals >= 0 && decimals <= mostDecimals
    ? { kind: 'decimals', decimals }
    : fields.fault('decimals', `${decimals} decimals cannot be typed.`, `Use 0 to ${mostDecimals}.`)
}

const readTolerance = (fields: FieldReader): number => {
  if (fields.raw('tolerance') === null) return 0
  const around = fields.number('tolerance')
  if (around !== null && around < 0) fields.fault('tolerance', 'A tolerance cannot be negative.', 'Write 0 or more.')
  return Math.max(0, around ?? 0)
}

/** What is left of a stated tolerance once rounding to the asked decimals is allowed anyway. */
const withoutRounding = (around: number, precision: Asked['precision']): number =>
  precision.kind === 'decimals' ? Math.max(0, around - 0.51 * 10 ** -precision.decimals) : 0

const read = (fields: FieldReader): Content | null => {
  const question = fields.words('question')
  const answer = fields.number('answer')
  const precision = readPrecision(fields)
  const around = readTolerance(fields)
  if (around > 0 && precision?.kind === 'integer')
    return fields.fault('tolerance', 'A whole number is met or not.', 'Write `decimals: 0` in place of `integer`.')
  const unit = fields.optionalWords('unit')
  if (question === null || answer === null || precision === null) return null
  const asked: Asked = {
    name: 'answer',
    key: [answer],
    precision,
    tolerance: { abs: withoutRounding(around, precision), rel: 1e-9 },
    probability: false,
  }
  if (
    !accepts(asked, Number(writeKey(asked, answer)), answer) ||
    (precision.kind === 'integer' && !Number.isInteger(answer))
  )
    return fields.fault('answer', `${answer} is not a whole number.`, 'Ask for `decimals` or write a whole number.')
  return { question, unit, asked }
}

/** A question with one number for an answer, typed by the author. */
export const numeric = defineCardType<Content, Compiled>({
  name: 'numeric',
  read,
  texts: ({ question, unit }, language) => [
    inLanguage(question, language),
    ...(unit === null ? [] : [inLanguage(unit, language)]),
  ],
  compile: ({ question, unit, asked }, set, language) => ({
    question: set.blocks(inLanguage(question, language)),
    unit: unit === null ? null : { text: inLanguage(unit, language), inline: set.inline(inLanguage(unit, language)) },
    asked,
  }),
  present: ({ question, unit, asked }) => ({
    question,
    input: {
      kind: 'numbers',
      asks: [
        {
          name: asked.name,
          label: { math: null, text: '' },
          ...(unit === null ? {} : { unit: unitLabel(unit) }),
          shape: [],
          precision: asked.precision,
          options: null,
        },
      ],
    },
    given: null,
    engine: null,
  }),
  key: ({ asked }) => ({ kind: 'numbers', asks: [asked], mistakes: [] }),
  outcome: ({ asked, unit }, _occasion, answer) => {
    const number = withMinus(writeKey(asked, asked.key[0] ?? 0))
    const children: readonly Inline[] = [
      { kind: 'strong', children: [{ kind: 'text', text: number }] },
      ...(unit === null ? [] : [{ kind: 'text' as const, text: '\u00a0' }, ...unit.inline]),
    ]
    const told: readonly Block[] = [{ kind: 'paragraph', children }]
    if (answer.kind === 'reveal') return gaveUp(told)
    const { verdict } = markNumbers([asked], answer.kind === 'numbers' ? answer.cells : {})
    if (verdict.kind === 'unreadable') return { verdict, answer: [], feedback: [], suggested: null, trace: null }
    return {
      verdict,
      answer: told,
      feedback: [],
      suggested: suggestedGrade(verdict),
      trace: null,
    }
  },
})

/** A unit that is one formula stands beside the box as such. */
const unitLabel = (unit: Unit) => {
  const [only, second] = unit.inline
  return only?.kind === 'math' && second === undefined ? { math: only.math, text: '' } : { math: null, text: unit.text }
}
