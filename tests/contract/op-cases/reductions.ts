import { m, type OpCase, s, spreadOut, t, v } from './op-case'

const reductions = ['sum', 'mean', 'max', 'min', 'prod', 'var', 'std', 'norm', 'logsumexp', 'argmax', 'argmin'] as const
const lanes = ['softmax', 'log_softmax', 'cumsum', 'sort', 'argsort'] as const

export const reductionCases: readonly OpCase[] = [
  ...reductions.flatMap((op): readonly OpCase[] => [
    { op, about: 'everything', inputs: [spreadOut(`${op} 1`, [3, 4])] },
    { op, about: 'the first axis', inputs: [spreadOut(`${op} 2`, [3, 4])], attributes: { axis: 0 } },
    { op, about: 'the last axis, kept', inputs: [spreadOut(`${op} 3`, [3, 4])], attributes: { axis: -1, keepdims: 1 } },
    { op, about: 'two axes', inputs: [spreadOut(`${op} 4`, [2, 3, 2])], attributes: { axis: [0, 2] } },
    {
      op,
      about: 'axes out of order, kept',
      inputs: [spreadOut(`${op} 5`, [2, 3, 2])],
      attributes: { axis: [-1, 0], keepdims: 1 },
    },
    { op, about: 'a middle axis of rank 5', inputs: [spreadOut(`${op} 6`, [1, 2, 3, 2, 2])], attributes: { axis: 2 } },
    { op, about: 'seven elements', inputs: [spreadOut(`${op} 7`, [7])] },
  ]),
  ...(['sum', 'mean', 'max', 'min', 'prod', 'norm', 'logsumexp', 'argmax', 'argmin'] as const).flatMap(
    (op): readonly OpCase[] => [
      { op, about: 'a scalar', inputs: [s(1.5)] },
      { op, about: 'size 1', inputs: [t([1, 1], [-2])], attributes: { axis: 1 } },
    ],
  ),
  ...(['max', 'min', 'argmax', 'argmin'] as const).flatMap((op): readonly OpCase[] => [
    { op, about: 'ties in a vector', inputs: [v(2, 5, 5, 2)], atKink: true },
    {
      op,
      about: 'ties along an axis',
      inputs: [m([3, 3, 1], [0, 2, 2], [1, 1, 1])],
      attributes: { axis: 1 },
      atKink: true,
    },
    {
      op,
      about: 'ties far apart',
      inputs: [
        t(
          [300],
          Array.from({ length: 300 }, (_, i) => (i % 97 === 3 ? 4 : (i % 5) - 9)),
        ),
      ],
      atKink: true,
    },
  ]),
  { op: 'norm', about: 'of zeros', inputs: [v(0, 0, 0)], atKink: true },
  { op: 'norm', about: 'of a row of zeros', inputs: [m([0, 0], [3, 4])], attributes: { axis: 1 }, atKink: true },
  { op: 'std', about: 'of equals', inputs: [m([2, 2], [1, 5])], attributes: { axis: 1 }, atKink: true },
  { op: 'var', about: 'of equals', inputs: [v(2, 2, 2)] },
  { op: 'prod', about: 'one zero', inputs: [v(2, 0, 3, -1)] },
  { op: 'prod', about: 'two zeros', inputs: [m([0, 2, 0], [1, 2, 3])], attributes: { axis: 1 } },
  {
    op: 'logsumexp',
    about: 'far from 0',
    inputs: [m([10_000, 9_999, 9_998], [-10_000, -10_000, -9_999])],
    attributes: { axis: 1 },
  },
  { op: 'logsumexp', about: 'equals', inputs: [v(1, 1, 1)] },
  ...lanes.flatMap((op): readonly OpCase[] => [
    { op, about: 'a vector', inputs: [spreadOut(`${op} 1`, [5])] },
    { op, about: 'size 1', inputs: [t([1, 1], [3])] },
    { op, about: 'the default axis', inputs: [spreadOut(`${op} 2`, [3, 4])] },
    { op, about: 'the first axis', inputs: [spreadOut(`${op} 3`, [3, 4])], attributes: { axis: 0 } },
    { op, about: 'a middle axis', inputs: [spreadOut(`${op} 4`, [2, 3, 2])], attributes: { axis: -2 } },
  ]),
  ...(['softmax', 'log_softmax'] as const).map(
    (op): OpCase => ({ op, about: 'far from 0', inputs: [m([10_000, 9_999, 9_998], [-10_000, -10_000, -9_999])] }),
  ),
  { op: 'sort', about: 'many', inputs: [spreadOut('sort many', [2, 130])] },
  { op: 'argsort', about: 'many', inputs: [spreadOut('argsort many', [200])] },
  { op: 'sort', about: 'ties', inputs: [v(3, 1, 3, 1, 2)], atKink: true },
  { op: 'argsort', about: 'ties', inputs: [v(3, 1, 3, 1, 2)], atKink: true },
]
