import { m, type OpCase, s, spreadOut, t, v } from './op-case'

const a = spreadOut('a', [2, 3])
const b = spreadOut('b', [2, 3])
const cube = spreadOut('cube', [2, 3, 4])

export const arrangementCases: readonly OpCase[] = [
  { op: 'reshape', about: 'to a vector', inputs: [a], attributes: { shape: [6] } },
  { op: 'reshape', about: 'what is left', inputs: [cube], attributes: { shape: [4, -1] } },
  { op: 'reshape', about: 'to a scalar', inputs: [t([1, 1], [2])], attributes: { shape: [] } },
  { op: 'concat', about: 'rows', inputs: [a, b] },
  { op: 'concat', about: 'columns of two widths', inputs: [a, spreadOut('c', [2, 1])], attributes: { axis: 1 } },
  { op: 'concat', about: 'the last axis of rank 3', inputs: [cube, cube, cube], attributes: { axis: -1 } },
  { op: 'concat', about: 'one part', inputs: [v(1, 2)] },
  { op: 'stack', about: 'scalars', inputs: [s(1), s(2), s(3)] },
  { op: 'stack', about: 'rows', inputs: [v(1, 2), v(3, 4)] },
  { op: 'stack', about: 'along the last axis', inputs: [a, b], attributes: { axis: -1 } },
  { op: 'stack', about: 'in the middle', inputs: [a, b, a], attributes: { axis: 1 } },
  { op: 'flip', about: 'everything', inputs: [cube] },
  { op: 'flip', about: 'one axis', inputs: [cube], attributes: { axis: -1 } },
  {
    op: 'flip',
    about: 'two axes of rank 5',
    inputs: [spreadOut('flip', [1, 2, 2, 3, 2])],
    attributes: { axis: [1, 3] },
  },
  { op: 'pad', about: 'a matrix', inputs: [a], attributes: { p: 1 } },
  { op: 'pad', about: 'images', inputs: [spreadOut('pad', [1, 2, 2, 3])], attributes: { p: 2 } },
  { op: 'pad', about: 'nothing', inputs: [a], attributes: { p: 0 } },
  { op: 'slice', about: 'a box', inputs: [cube], attributes: { starts: [0, 1, 2], sizes: [2, 2, 1] } },
  { op: 'slice', about: 'everything', inputs: [a], attributes: { starts: [0, 0], sizes: [2, 3] } },
  {
    op: 'slice',
    about: 'rank 5',
    inputs: [spreadOut('slice', [2, 1, 3, 2, 2])],
    attributes: { starts: [1, 0, 0, 0, 1], sizes: [1, 1, 2, 2, 1] },
  },
  { op: 'shape', about: 'rank 3', inputs: [cube] },
  { op: 'size', about: 'rank 3', inputs: [cube] },
  { op: 'size', about: 'a scalar', inputs: [s(4)] },
  { op: 'zeros', about: 'a matrix', inputs: [], attributes: { shape: [2, 3] } },
  { op: 'ones', about: 'rank 3', inputs: [], attributes: { shape: [1, 2, 2] } },
  { op: 'arange', about: 'five', inputs: [], attributes: { n: 5 } },
  { op: 'onehot', about: 'a scalar', inputs: [s(2)], attributes: { n: 4 } },
  { op: 'onehot', about: 'counted from the end', inputs: [v(0, -1, 1)], attributes: { n: 3 } },
  { op: 'onehot', about: 'a matrix of labels', inputs: [m([0, 1], [2, 0])], attributes: { n: 3 } },
  { op: 'gather', about: 'a scalar index', inputs: [a, s(1)] },
  { op: 'gather', about: 'a scalar index of the last axis', inputs: [cube, s(-1)], attributes: { axis: -1 } },
  { op: 'gather', about: 'repeated rows', inputs: [a, v(1, 0, 1, 1)] },
  {
    op: 'gather',
    about: 'a matrix of indices in the middle',
    inputs: [cube, m([0, 2], [1, -3])],
    attributes: { axis: 1 },
  },
  {
    op: 'gather',
    about: 'many',
    inputs: [
      spreadOut('gather many', [150]),
      t(
        [150],
        Array.from({ length: 150 }, (_, i) => (i * 7) % 150),
      ),
    ],
  },
  { op: 'gather', about: 'of a vector', inputs: [v(5, 6, 7), m([2, 0])] },
]
