import { type CardForm, field, listOf } from '../form'

export const matchForm: CardForm = {
  type: 'match',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    listOf('pairs', 'pairs', [field('words', 'left', 'left'), field('words', 'right', 'partner')]),
  ],
  start: `type: match
question: ""
pairs:
  - left: ""
    right: ""
  - left: ""
    right: ""
  - left: ""
    right: ""
`,
}
