import { type OpCase, spreadOut, t } from './op-case'

const convolution = (
  about: string,
  x: readonly number[],
  w: readonly number[],
  attributes: OpCase['attributes'] = {},
): OpCase => ({
  op: 'conv2d',
  about,
  inputs: [spreadOut(`${about} x`, x), spreadOut(`${about} w`, w)],
  attributes,
})

const transposed = (
  about: string,
  x: readonly number[],
  w: readonly number[],
  attributes: OpCase['attributes'] = {},
): OpCase => ({
  ...convolution(about, x, w, attributes),
  op: 'conv2d_transpose',
})

export const windowCases: readonly OpCase[] = [
  convolution('one pixel', [1, 1, 1, 1], [1, 1, 1, 1]),
  convolution('three by three', [1, 1, 5, 5], [1, 1, 3, 3]),
  convolution('one by one', [2, 3, 2, 2], [4, 3, 1, 1]),
  convolution('several of everything', [2, 2, 4, 5], [3, 2, 2, 3]),
  convolution('stride and padding', [1, 2, 5, 5], [2, 2, 3, 3], { stride: 2, pad: 1 }),
  convolution('a rest that no window reaches', [1, 1, 6, 6], [1, 1, 3, 3], { stride: 2 }),
  convolution('padding that no window reaches', [1, 2, 5, 5], [2, 2, 2, 2], { stride: 2, pad: 1 }),
  convolution('stride wider than the filter', [2, 1, 7, 5], [3, 1, 1, 2], { stride: 3, pad: 2 }),
  convolution('padding wider than the image', [1, 1, 2, 2], [1, 1, 3, 3], { pad: 3 }),
  convolution('two groups', [1, 4, 3, 3], [2, 2, 2, 2], { groups: 2 }),
  convolution('a group for each channel', [1, 3, 4, 4], [6, 1, 3, 3], { groups: 3, pad: 1 }),
  transposed('one pixel', [1, 1, 1, 1], [1, 1, 3, 3]),
  transposed('stride 1', [1, 2, 3, 3], [2, 3, 2, 2]),
  transposed('stride 2', [2, 1, 2, 3], [1, 2, 3, 3], { stride: 2 }),
  transposed('stride 2 and padding', [1, 2, 3, 3], [2, 2, 3, 3], { stride: 2, pad: 1 }),
  transposed('padding wider than the filter', [1, 2, 4, 4], [2, 1, 2, 3], { stride: 2, pad: 3 }),
  transposed('stride wider than the filter', [1, 1, 2, 2], [1, 1, 2, 2], { stride: 3 }),
  ...(['max_pool2d', 'avg_pool2d'] as const).flatMap((op): readonly OpCase[] => [
    { op, about: 'tiles', inputs: [spreadOut(`${op} 1`, [1, 1, 4, 4])], attributes: { size: 2 } },
    { op, about: 'images and channels', inputs: [spreadOut(`${op} 2`, [2, 3, 4, 6])], attributes: { size: 2 } },
    {
      op,
      about: 'overlapping windows',
      inputs: [spreadOut(`${op} 3`, [1, 2, 5, 5])],
      attributes: { size: 3, stride: 2 },
    },
    { op, about: 'stride 1', inputs: [spreadOut(`${op} 4`, [1, 1, 4, 3])], attributes: { size: 2, stride: 1 } },
    {
      op,
      about: 'a rest that no window reaches',
      inputs: [spreadOut(`${op} 5`, [1, 1, 5, 5])],
      attributes: { size: 2 },
    },
    { op, about: 'windows of one', inputs: [spreadOut(`${op} 6`, [1, 1, 2, 2])], attributes: { size: 1 } },
    { op, about: 'only negative pixels', inputs: [spreadOut(`${op} 7`, [1, 1, 4, 4], -9)], attributes: { size: 2 } },
  ]),
  {
    op: 'max_pool2d',
    about: 'ties go to the first',
    inputs: [t([1, 1, 4, 4], [1, 1, 2, 0, 1, 1, 2, 2, 3, 0, 0, 4, 3, 3, 4, 4])],
    attributes: { size: 2 },
    atKink: true,
  },
  {
    op: 'max_pool2d',
    about: 'ties in overlapping windows',
    inputs: [t([1, 1, 3, 3], [1, 5, 1, 5, 1, 5, 1, 5, 1])],
    attributes: { size: 2, stride: 1 },
    atKink: true,
  },
]
