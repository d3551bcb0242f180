import { type CardForm, field, listOf } from '../form'

export const findErrorForm: CardForm = {
  type: 'find-error',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    field('line', 'language', 'codeLanguage', false),
    listOf(
      'lines',
      'lines',
      [field('words', 'text', 'line'), field('words', 'fix', 'fix', false), field('words', 'why', 'why', false)],
      'text',
    ),
  ],
  start: `type: find-error
question: ""
lines:
  - ""
  - text: ""
    fix: ""
    why: ""
  - ""
`,
}
