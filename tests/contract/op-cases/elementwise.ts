import { m, type OpCase, s, spreadOut, t, v } from './op-case'

const infix = ['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum', 'mod'] as const
const comparisons = ['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal'] as const
const smooth = ['exp', 'square', 'sin', 'cos', 'negate', 'sigmoid', 'tanh', 'softplus'] as const
const kinked = ['abs', 'relu', 'leaky_relu', 'elu'] as const
const steps = ['sign', 'floor', 'ceil', 'round'] as const

const unaryInputs = (op: string): readonly OpCase[] => [
  { op, about: 'a scalar', inputs: [s(0.7)] },
  { op, about: 'size 1', inputs: [t([1, 1], [-1.3])] },
  { op, about: 'rank 3', inputs: [spreadOut(op, [2, 3, 2])] },
]

const withAlpha = (op: string, inputs: OpCase['inputs']) =>
  op === 'leaky_relu' || op === 'elu' ? [...inputs, s(0.3)] : inputs

export const elementwiseCases: readonly OpCase[] = [
  ...infix.flatMap((op): readonly OpCase[] => [
    { op, about: 'scalars', inputs: [s(1.5), s(-0.4)] },
    { op, about: 'one shape', inputs: [spreadOut(`${op} a`, [2, 3]), spreadOut(`${op} b`, [2, 3], 2.02)] },
    { op, about: 'a row and a column', inputs: [spreadOut(`${op} c`, [3, 1]), spreadOut(`${op} d`, [4], 1.03)] },
    { op, about: 'size 1 against rank 3', inputs: [spreadOut(`${op} e`, [2, 3, 2]), t([1], [0.73])] },
    { op, about: 'a scalar against rank 5', inputs: [s(2.6), spreadOut(`${op} f`, [1, 2, 1, 2, 3], 0.52)] },
  ]),
  ...comparisons.flatMap((op): readonly OpCase[] => [
    { op, about: 'ties and both sides', inputs: [v(1, 2, 3, -1), v(2, 2, 1, -1)] },
    { op, about: 'broadcast', inputs: [m([1], [2]), v(0, 1, 2)] },
  ]),
  ...smooth.flatMap(unaryInputs),
  ...[...kinked, ...steps].flatMap(unaryInputs).map((c) => ({ ...c, inputs: withAlpha(c.op, c.inputs) })),
  ...kinked.map((op): OpCase => ({ op, about: 'at 0', inputs: withAlpha(op, [v(0, 1, -1)]), atKink: true })),
  ...(['leaky_relu', 'elu'] as const).map(
    (op): OpCase => ({ op, about: 'alpha for each column', inputs: [spreadOut(op, [3, 2]), v(0.2, 1.5)] }),
  ),
  { op: 'log', about: 'small and large', inputs: [v(0.01, 1, 2.5, 1000)] },
  { op: 'log', about: 'a scalar', inputs: [s(3)] },
  { op: 'sqrt', about: 'small and large', inputs: [m([0.01, 1], [2.5, 900])] },
  { op: 'exp', about: 'far from 0', inputs: [v(-30, -5, 4)] },
  { op: 'sigmoid', about: 'saturated', inputs: [v(-100, 100, -20, 20)] },
  { op: 'tanh', about: 'saturated', inputs: [v(-100, 100, -20, 20)] },
  { op: 'softplus', about: 'far from 0', inputs: [v(-40, 40, -14, 14, 0)] },
  { op: 'round', about: 'halves go to even', inputs: [v(0.5, 1.5, 2.5, -0.5, -1.5, 2.4, -2.6)], atKink: true },
  { op: 'floor', about: 'whole numbers and between', inputs: [v(-2, -1.5, 0, 0.5, 3)], atKink: true },
  { op: 'ceil', about: 'whole numbers and between', inputs: [v(-2, -1.5, 0, 0.5, 3)], atKink: true },
  { op: 'sign', about: 'zero', inputs: [v(-2, 0, 3)], atKink: true },
  {
    op: 'mod',
    about: 'the sign of the divisor',
    inputs: [v(7, -7, 7, -7, 6, -6), v(3, 3, -3, -3, 3, -3)],
    atKink: true,
  },
  { op: 'mod', about: 'fractions', inputs: [v(5.3, -5.3, 0.75), v(2, 2, 0.5)] },
  { op: 'maximum', about: 'ties', inputs: [v(1, 2, 3), v(1, 3, 2)], atKink: true },
  { op: 'minimum', about: 'ties', inputs: [v(1, 2, 3), v(1, 3, 2)], atKink: true },
  { op: 'maximum', about: 'ties with a scalar', inputs: [v(0, -1, 2), s(0)], atKink: true },
  { op: 'power', about: 'whole exponents', inputs: [v(-2, 3, 0.5, -1.5), v(3, 2, -2, 0)] },
  { op: 'power', about: 'fractions of positive bases', inputs: [v(2, 0.3, 9), v(0.5, 1.7, -0.5)] },
  { op: 'power', about: 'a base of zero', inputs: [v(0, 0, 0, 0), v(0, 1, 2, 3)], atKink: true },
  { op: 'power', about: 'one exponent for all', inputs: [spreadOut('power', [2, 3], 0.2), s(2)] },
  { op: 'power', about: 'a base for each row', inputs: [m([2], [3]), v(-1, 0.5, 2)] },
  { op: 'clip', about: 'inside and outside', inputs: [v(-3, -0.5, 0.5, 3), s(-1), s(1)] },
  { op: 'clip', about: 'on both bounds', inputs: [v(-1, 0, 1), s(-1), s(1)], atKink: true },
  { op: 'clip', about: 'bounds for each column', inputs: [m([-3, 0.2], [0.1, 5]), v(-2, -1), v(0, 2)] },
  { op: 'where', about: 'both sides', inputs: [v(1, 0, 1), v(1, 2, 3), v(4, 5, 6)] },
  { op: 'where', about: 'scalars and a matrix', inputs: [m([1, 0], [0, 1]), s(2), spreadOut('where', [2, 2])] },
  { op: 'where', about: 'a condition for each row', inputs: [m([1], [0]), v(1, 2, 3), s(0)] },
]
