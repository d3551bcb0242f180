import { type CardForm, field } from '../form'

export const numericForm: CardForm = {
  type: 'numeric',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    field('number', 'answer', 'answer'),
    field('number', 'decimals', 'decimals', false),
    field('flag', 'integer', 'integer', false),
    field('words', 'unit', 'unit', false),
  ],
  start: 'type: numeric\nquestion: ""\nanswer: 0\ninteger: true\n',
}
