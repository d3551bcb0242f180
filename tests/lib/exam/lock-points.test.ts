import { describe, expect, it } from 'vitest'
import { nextPlace, openSlots } from '@/lib/exam/lock-points'

const paper = [0, 0, 1, 2, 2, 3].map((zone, slot) => ({ zone, slot }))
const locks = [false, true, false, false]
const open = (zone: number) => openSlots(paper, locks, zone).map(({ slot }) => slot)

describe('a lock-point', () => {
  it('hides what lies behind it until it is passed, and what lies before it afterwards', () => {
    expect(open(0)).toEqual([0, 1, 2])
    expect(open(1)).toEqual([0, 1, 2])
    expect(open(2)).toEqual([3, 4, 5])
    expect(open(3)).toEqual([3, 4, 5])
  })

  it('leads to the zone behind it, and nowhere from the last part', () => {
    expect(nextPlace(locks, 0)).toBe(2)
    expect(nextPlace(locks, 2)).toBeNull()
    expect(nextPlace([false, true], 0)).toBeNull()
    expect(nextPlace([], 0)).toBeNull()
  })

  it('leaves a paper without one open as a whole', () => {
    expect(openSlots(paper, [false, false, false, false], 2)).toEqual(paper)
  })
})
