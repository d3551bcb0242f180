import { type CardForm, field } from '../form'

export const clozeForm: CardForm = {
  type: 'cloze',
  named: true,
  fields: [field('words', 'text', 'gapText')],
  start: 'type: cloze\ntext: "The gradient of a sum is ==distributed== to every term."\n',
}
