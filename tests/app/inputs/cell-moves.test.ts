import { describe, expect, it } from 'vitest'
import { cellsInOrder, gridOf, isFilled, neighbour, nextEmpty } from '@/app/_ui/inputs/cell-moves'
import type { NumberAsk } from '@/lib/view/input'

const ask = (name: string, shape: readonly number[]): NumberAsk => ({
  name,
  label: { math: null, text: name },
  shape,
  precision: { kind: 'integer' },
  options: null,
})
const asks = [ask('W', [2, 3]), ask('b', [2]), ask('L', [])]

describe('moving between cells', () => {
  it('lays a vector out as one row and a higher tensor as rows of its last axis', () => {
    expect(gridOf([])).toEqual({ rows: 1, columns: 1 })
    expect(gridOf([4])).toEqual({ rows: 1, columns: 4 })
    expect(gridOf([2, 3, 5])).toEqual({ rows: 6, columns: 5 })
  })

  it('walks through every cell of every quantity once', () => {
    expect(cellsInOrder(asks)).toHaveLength(6 + 2 + 1)
    expect(cellsInOrder(asks)[6]).toEqual({ ask: 'b', index: 0 })
  })

  it.each([
    ['right inside a row', { ask: 'W', index: 0 }, 'right', { ask: 'W', index: 1 }],
    ['right at a row’s end goes to the next row', { ask: 'W', index: 2 }, 'right', { ask: 'W', index: 3 }],
    ['right at the last cell goes to the next quantity', { ask: 'W', index: 5 }, 'right', { ask: 'b', index: 0 }],
    ['down keeps the column', { ask: 'W', index: 1 }, 'down', { ask: 'W', index: 4 }],
    ['down past the edge takes the nearest column below', { ask: 'W', index: 5 }, 'down', { ask: 'b', index: 1 }],
    ['up past the edge takes the last row above', { ask: 'b', index: 1 }, 'up', { ask: 'W', index: 4 }],
  ] as const)('%s', (_, from, step, to) => {
    expect(neighbour(asks, from, step)).toEqual(to)
  })

  it('has nowhere to go beyond the first and the last cell', () => {
    expect(neighbour(asks, { ask: 'W', index: 0 }, 'left')).toBeNull()
    expect(neighbour(asks, { ask: 'W', index: 1 }, 'up')).toBeNull()
    expect(neighbour(asks, { ask: 'L', index: 0 }, 'right')).toBeNull()
  })

  it('finds the next empty cell going round, and none when all are filled', () => {
    const cells = { W: ['1', '', '3', '4', '5', '6'], b: ['7', '8'], L: ['9'] }
    expect(nextEmpty(asks, cells, { ask: 'b', index: 0 })).toEqual({ ask: 'W', index: 1 })
    expect(nextEmpty(asks, { ...cells, W: ['1', '2', '3', '4', '5', '6'] }, { ask: 'W', index: 0 })).toBeNull()
  })

  it('asks for every cell but those that may be left empty, and does not come back to these', () => {
    const optional = asks.map((one) => ({ ...one, optional: true }))
    const cells = { W: ['', '', '', '', '', ''], b: ['7', '8'], L: ['9'] }
    expect([isFilled(asks, cells), isFilled(optional, cells), isFilled(optional, {})]).toEqual([false, true, false])
    expect(isFilled(asks, { ...cells, W: ['1', '2', '3', '4', '5', '6'] })).toBe(true)
    expect(nextEmpty(optional, cells, { ask: 'W', index: 5 })).toBeNull()
    expect(nextEmpty(optional, cells, { ask: 'W', index: 0 })).toEqual({ ask: 'W', index: 1 })
  })
})
