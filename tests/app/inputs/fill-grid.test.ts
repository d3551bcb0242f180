import { describe, expect, it } from 'vitest'
import { filled } from '@/app/_ui/inputs/fill-grid'

const empty = (count: number) => Array.from({ length: count }, () => '')

describe('pasting numbers', () => {
  it('fills the whole matrix in reading order when as many numbers come as are asked', () => {
    expect(
      filled(empty(4), [2, 2], 3, [
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toEqual(['1', '2', '3', '4'])
  })

  it('fills a vector from a pasted column', () => {
    expect(filled(empty(3), [3], 0, [['1'], ['2'], ['3']])).toEqual(['1', '2', '3'])
  })

  it('goes down and right from the cell, keeping what was typed elsewhere', () => {
    const cells = ['a', 'b', 'c', 'd', 'e', 'f']
    expect(
      filled(cells, [2, 3], 1, [
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toEqual(['a', '1', '2', 'd', '3', '4'])
  })

  it('leaves out what does not fit', () => {
    expect(
      filled(empty(4), [2, 2], 3, [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ]),
    ).toEqual(['', '', '', '1'])
  })
})
