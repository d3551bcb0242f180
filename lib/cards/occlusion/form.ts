import { type CardForm, field } from '../form'

export const occlusionForm: CardForm = {
  type: 'occlusion',
  named: true,
  fields: [
    field('words', 'question', 'question'),
    field('figure', 'figure', 'figure'),
    field('words', 'alt', 'alt'),
    { kind: 'boxes', name: 'boxes', label: 'boxes', needed: true, figure: 'figure', alt: 'alt', asked: 'ask' },
    { kind: 'asked-box', name: 'ask', label: 'askedBox', needed: false, of: 'boxes' },
    {
      kind: 'one-of',
      name: 'hide',
      label: 'hide',
      needed: false,
      of: [
        { value: 'all', label: 'hideAll' },
        { value: 'one', label: 'hideOne' },
      ],
    },
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
