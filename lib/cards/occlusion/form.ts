import { type CardForm, field, listOf } from '../form'

export const occlusionForm: CardForm = {
  type: 'occlusion',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    field('line', 'figure', 'figure'),
    field('words', 'alt', 'alt'),
    listOf('boxes', 'boxes', [field('numbers', 'at', 'box'), field('words', 'label', 'boxLabel')]),
    field('number', 'ask', 'askedBox', false),
    field('line', 'hide', 'hide', false),
    field('flag', 'pick', 'pick', false),
  ],
  start: `type: occlusion
question: ""
figure: figures/figure.png
alt: ""
boxes:
  - at: [10, 10, 30, 20]
    label: ""
`,
}
