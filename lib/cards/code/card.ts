import { inLanguage, type Words } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { defineCardType } from '../card-type'
import { gaveUp } from '../gave-up'
import { marked, unanswered } from '../marked'
import { isAnswered, normalText, textCell } from '../marking/text'

interface Content {
  readonly question: Words
  readonly language: string
  readonly code: string
  readonly answers: readonly string[]
  readonly back: Words | null
}

interface Compiled {
  readonly question: readonly Block[]
  readonly language: string
  readonly code: string
  readonly answers: readonly string[]
  readonly back: readonly Block[]
}

const blank = '____'

/** A program with one piece missing, typed by the learner. */
export const code = defineCardType<Content, Compiled>({
  name: 'code',
  read: (fields) => {
    const question = fields.words('question')
    const language = fields.string('language')
    const text = fields.string('code')
    const answers = fields.strings('answers')
    const back = fields.optionalWords('back')
    if (question === null || language === null || text === null || answers === null) return null
    const pieces = text.split(blank).length - 1
    if (pieces !== 1)
      return fields.fault('code', `The code has ${pieces} blanks.`, `Write ${blank} once, for the missing piece.`)
    if (answers.every((answer) => normalText(answer) === ''))
      return fields.fault('answers', 'No answer is accepted.', 'List the accepted spellings, the best first.')
    return { question, language, code: text, answers, back }
  },
  texts: ({ question, code: text, back }, language) => [
    inLanguage(question, language),
    text,
    ...(back === null ? [] : [inLanguage(back, language)]),
  ],
  compile: ({ question, language, code: text, answers, back }, set, shown) => ({
    question: set.blocks(inLanguage(question, shown)),
    language,
    code: text.replace(/\n$/, ''),
    answers,
    back: back === null ? [] : set.blocks(inLanguage(back, shown)),
  }),
  present: ({ question, language, code: text }) => ({
    question: [...question, { kind: 'code', language, text }],
    input: { kind: 'text', placeholder: blank, code: true },
    given: null,
    engine: null,
  }),
  key: ({ answers }) => ({ kind: 'text', answers }),
  outcome: ({ language, code: text, answers, back }, _occasion, answer) => {
    const [best = ''] = answers
    const told: readonly Block[] = [{ kind: 'code', language, text: text.replace(blank, () => best) }, ...back]
    if (answer.kind === 'reveal') return gaveUp(told)
    const given = answer.kind === 'text' ? answer.text : ''
    return isAnswered(given) ? marked([textCell({ kind: 'text', answers }, given)], told) : unanswered(['text'])
  },
})
