import { type CardForm, field, listOf } from '../form'

export const choiceForm: CardForm = {
  type: 'choice',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    listOf('options', 'options', [
      field('words', 'text', 'option'),
      field('flag', 'right', 'right', false),
      field('words', 'why', 'why', false),
    ]),
  ],
  start: `type: choice
question: ""
options:
  - text: ""
    right: true
  - text: ""
    why: ""
  - text: ""
    why: ""
`,
}
