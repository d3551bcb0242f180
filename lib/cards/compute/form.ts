import { type CardForm, field, listOf } from '../form'

export const computeForm: CardForm = {
  type: 'compute',
  named: false,
  fields: [
    field('words', 'prompt', 'prompt'),
    field('givens', 'given', 'given'),
    field('lines', 'require', 'require', false),
    field('expressions', 'steps', 'steps'),
    listOf(
      'ask',
      'ask',
      [
        field('line', 'value', 'value'),
        field('line', 'name', 'askName', false),
        field('words', 'label', 'label', false),
        field('number', 'decimals', 'decimals', false),
        field('flag', 'integer', 'integer', false),
        field('flag', 'zero', 'zero', false),
      ],
      'value',
    ),
    {
      kind: 'named',
      name: 'mistakes',
      label: 'mistakes',
      needed: false,
      of: [
        field('expressions', 'change', 'change', false),
        field('expressions', 'answer', 'changedAnswer', false),
        field('words', 'says', 'says'),
      ],
    },
    field('words', 'solution', 'solution', false),
  ],
  start: `prompt: "A neuron computes $\\\\max(0, wx)$. Give its output and the gradient with respect to $w$."
given:
  x: { uniform: [-3, 3], decimals: 1 }
  w: { uniform: [-2, 2], decimals: 1 }
require: ["abs(w * x) > 0.1"]
steps:
  out: relu(w * x)
ask:
  - { value: out, decimals: 2, zero: true }
  - { name: dw, value: "grad(out, w)", decimals: 1, zero: true }
mistakes:
  no-gate:
    change: { out: w * x }
    says: At "out" the gate was left open.
  always-open:
    answer: { dw: "x * (w * x < 0)" }
    says: At "out" the gate was taken the wrong way round.
`,
}
