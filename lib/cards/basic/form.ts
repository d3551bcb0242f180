import { type CardForm, field } from '../form'

export const basicForm: CardForm = {
  type: 'basic',
  named: false,
  fields: [field('words', 'front', 'front'), field('words', 'back', 'back')],
  start: 'front: ""\nback: ""\n',
}
