import { describe, expect, it } from 'vitest'
import { scientific } from '@/app/_ui/trace/scientific'
import { cellsInBox, cellsInLine } from '@/app/_ui/trace/shown-cells'

describe('numbers of a trace', () => {
  it('writes a tensor of any rank in one line, with a true minus sign', () => {
    expect(cellsInLine(['-2.9'], [])).toBe('\u22122.9')
    expect(cellsInLine(['1', '2', '3'], [3])).toBe('[1, 2, 3]')
    expect(cellsInLine(['1', '2', '3', '4'], [2, 2])).toBe('[[1, 2], [3, 4]]')
  })

  it('tells the shape of what does not fit a box', () => {
    expect(cellsInBox(['1', '2'], [2], 6)).toBe('[1, 2]')
    expect(cellsInBox(['1', '2', '3', '4'], [2, 2], 6)).toBe('[2×2]')
  })

  it('writes errors as people do', () => {
    expect(scientific(0)).toBe('0')
    expect(scientific(3.1e-7)).toBe('3e\u22127')
    expect(scientific(0.024)).toBe('0.02')
  })
})
