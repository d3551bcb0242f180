import { describe, expect, it } from 'vitest'
import { joined, parted } from '@/app/_ui/inputs/match-pairs'
import { moved, nearestRow } from '@/app/_ui/inputs/order-moves'

describe('putting items in order', () => {
  it('moves an item up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  })

  it('leaves the list alone when there is nowhere to go', () => {
    const items = ['a', 'b']
    expect(moved(items, 0, -1)).toBe(items)
    expect(moved(items, 1, 2)).toBe(items)
    expect(moved(items, 1, 1)).toBe(items)
  })

  it('drops a dragged item at the row whose middle is nearest', () => {
    expect(nearestRow([30, 90, 150], 0)).toBe(0)
    expect(nearestRow([30, 90, 150], 100)).toBe(1)
    expect(nearestRow([30, 90, 150], 999)).toBe(2)
  })
})

describe('matching pairs', () => {
  it('frees both ends from the pairs they were in', () => {
    expect(
      joined(
        [
          ['l1', 'r1'],
          ['l2', 'r2'],
        ],
        'l1',
        'r2',
      ),
    ).toEqual([['l1', 'r2']])
  })

  it('parts the pair that holds an end, from either side', () => {
    expect(
      parted(
        [
          ['l1', 'r1'],
          ['l2', 'r2'],
        ],
        'r1',
      ),
    ).toEqual([['l2', 'r2']])
    expect(parted([['l1', 'r1']], 'l1')).toEqual([])
  })
})
