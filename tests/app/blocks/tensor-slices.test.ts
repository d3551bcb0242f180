import { expect, test } from 'vitest'
import { padAfterPoint, slicesOf } from '@/app/_ui/blocks/tensor-slices'
import type { ShownTensor } from '@/lib/view/block'

const tensor = (shape: readonly number[]): ShownTensor => ({
  name: 'W',
  math: null,
  shape,
  cells: Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, cell) => String(cell)),
})

test('a short vector stands upright, a long one lies down', () => {
  expect(slicesOf(tensor([3]))).toEqual([{ index: [], rows: [['0'], ['1'], ['2']] }])
  expect(slicesOf(tensor([7]))).toEqual([{ index: [], rows: [['0', '1', '2', '3', '4', '5', '6']] }])
})

test('a matrix keeps its rows', () => {
  expect(slicesOf(tensor([2, 3]))).toEqual([
    {
      index: [],
      rows: [
        ['0', '1', '2'],
        ['3', '4', '5'],
      ],
    },
  ])
})

test('a tensor of four dimensions is one matrix for each pair of outer indices, in row-major order', () => {
  const slices = slicesOf(tensor([2, 2, 1, 2]))
  expect(slices.map(({ index }) => index)).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
  expect(slices[2]?.rows).toEqual([['4', '5']])
})

test('a shape that does not fit its cells is a broken invariant', () => {
  expect(() => slicesOf({ ...tensor([2]), shape: [3] })).toThrow('W has shape [3] but 2 cells')
})

test('decimal points of a column stand under each other', () => {
  const column = ['3.25', '-1', '0.5']
  expect(column.map((cell) => padAfterPoint(cell, column))).toEqual([0, 3, 1])
})
