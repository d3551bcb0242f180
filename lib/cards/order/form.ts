import { type CardForm, field } from '../form'

export const orderForm: CardForm = {
  type: 'order',
  named: true,
  fields: [field('words', 'question', 'question'), field('words-list', 'items', 'items')],
  start: 'type: order\nquestion: ""\nitems:\n  - ""\n  - ""\n  - ""\n',
}
