import type { FieldReader } from '@/lib/content/field-reader'
import { inLanguage, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import { choiceCells, choiceScore, chosenOf, isMultiple } from '../marking/choice'
import type { KeyOf } from '../marking/key'
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

const keyOf = (options: readonly Option[]): KeyOf<'choice'> => ({
  kind: 'choice',
  options: options.map(({ id }) => id),
  right: options.flatMap(({ id, right }) => (right ? [id] : [])),
})

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
      multiple: isMultiple(keyOf(options)),
    },
    given: null,
    engine: null,
  }),
  key: ({ options }) => keyOf(options),
  outcome: ({ options }, _occasion, answer) => {
    const told = options.filter((option) => option.right).flatMap((option) => option.blocks)
    const key = keyOf(options)
    if (answer.kind === 'reveal') return gaveUp(told, null, key.right)
    const chosen = chosenOf(key, answer.kind === 'choice' ? answer.chosen : [])
    if (chosen === null) return unanswered([])
    const cells = choiceCells(key, chosen)
    const whys = options.flatMap(({ id, right, why }) => (chosen.has(id) && !right ? why : []))
    return marked(cells, told, whys, choiceScore(key, cells))
  },
})
