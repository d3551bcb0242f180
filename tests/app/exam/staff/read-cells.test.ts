import { describe, expect, it } from 'vitest'
import { readCells } from '@/app/_ui/exam/staff/keys/read-cells'

describe('the cells of a key in a line', () => {
  it('are its numbers, in order', () => {
    expect(readCells(' 1  −0.5 2 ', 3)).toEqual([1, -0.5, 2])
  })

  it('are none where there are more or fewer', () => {
    expect(readCells('1 2', 3)).toBeNull()
    expect(readCells('1 2 3 4', 3)).toBeNull()
    expect(readCells('', 1)).toBeNull()
  })

  it('are none where one of them cannot be read, however many others can', () => {
    expect(readCells('1 x 2', 2)).toBeNull()
    expect(readCells('1 2 ?', 2)).toBeNull()
  })
})
