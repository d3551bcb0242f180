import type { FieldReader } from '@/lib/content/field-reader'
import { inLanguage, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import type { CellVerdict } from '@/lib/view/verdict'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import { shuffle } from '../shuffle'

interface Content {
  readonly question: Words
  readonly options: readonly { readonly text: Words; readonly right: boolean; readonly why: Words | null }[]
}

interface Compiled {
  readonly question: readonly Block[]
  readonly options: readonly Option[]
}

interface Option {
  readonly id: string
  readonly blocks: readonly Block[]
  readonly right: boolean
  readonly why: readonly Block[]
}

const readOption = (fields: FieldReader): Content['options'][number] | null => {
  const text = fields.words('text')
  const right = fields.boolean('right')
  const why = fields.optionalWords('why')
  if (!right && why === null)
    fields.fault('why', 'The wrong option does not say why it is wrong.', 'Add "why": the misconception behind it.')
  return text === null ? null : { text, right, why }
}

const read = (fields: FieldReader): Content | null => {
  const question = fields.words('question')
  const options = (fields.maps('options') ?? []).map(readOption).filter((option) => option !== null)
  if (question === null || options.length === 0) return null
  if (options.length < 3 || options.length > 5)
    return fields.fault('options', `There are ${options.length} options.`, 'Write 3 to 5.')
  const right = options.filter((option) => option.right).length
  if (right === 0) return fields.fault('options', 'No option is right.', 'Add "right: true" to the right one.')
  if (right === options.length)
    return fields.fault('options', 'Every option is right.', 'Add a misconception with its "why".')
  return { question, options }
}

/** In a choice of one, an option left alone is no fault of its own. In a choice of several, a right one left out is. */
const cellOf = (option: Option, chosen: boolean, multiple: boolean): CellVerdict => ({
  part: option.id,
  index: 0,
  state: (chosen && !option.right) || (multiple && option.right && !chosen) ? 'wrong' : 'right',
  given: chosen ? '✓' : '',
  key: option.right ? '✓' : '',
})

const isMultiple = (options: readonly Option[]): boolean => options.filter((option) => option.right).length > 1

/** One right option, or several, among misconceptions that each say why they are wrong. */
export const choice = defineCardType<Content, Compiled>({
  name: 'choice',
  read,
  texts: ({ question, options }, language) =>
    [question, ...options.map((option) => option.text)].map((words) => inLanguage(words, language)),
  compile: ({ question, options }, set, language) => ({
    question: set.blocks(inLanguage(question, language)),
    options: options.map((option, i) => ({
      id: `option-${i + 1}`,
      blocks: set.blocks(inLanguage(option.text, language)),
      right: option.right,
      why: option.why === null ? [] : set.blocks(inLanguage(option.why, language)),
    })),
  }),
  present: ({ question, options }, { seed }) => ({
    question,
    input: {
      kind: 'choice',
      options: shuffle(options, seed, 'options').map(({ id, blocks }) => ({ id, blocks })),
      multiple: isMultiple(options),
    },
    given: null,
    engine: null,
  }),
  outcome: ({ options }, _occasion, answer) => {
    const told = options.filter((option) => option.right).flatMap((option) => option.blocks)
    const multiple = isMultiple(options)
    const rights = options.filter((option) => option.right).map((option) => option.id)
    if (answer.kind === 'reveal') return gaveUp(told, null, rights)
    const chosen = new Set(answer.kind === 'choice' ? answer.chosen : [])
    const taken = options.filter((option) => chosen.has(option.id))
    if (taken.length === 0 || (!multiple && taken.length > 1)) return unanswered([])
    const cells = options.map((option) => cellOf(option, chosen.has(option.id), multiple))
    const whys = taken.filter((option) => !option.right).flatMap((option) => option.why)
    const outcome = marked(cells, told, whys)
    // One wrong tick of five is no four fifths of knowing.
    if (multiple || outcome.verdict.kind !== 'marked' || outcome.verdict.right) return outcome
    return { ...outcome, verdict: { ...outcome.verdict, score: 0 }, suggested: 'again' }
  },
})
