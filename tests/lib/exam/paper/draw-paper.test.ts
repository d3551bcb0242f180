import { describe, expect, it } from 'vitest'
import { difficultyOf, drawPaper, expectedDifficulty, nearEnough } from '@/lib/exam/paper/draw-paper'
import type { PaperSlot, PoolItem, Zone } from '@/lib/exam/paper/zone'

const pool = (count: number): readonly PoolItem[] =>
  Array.from({ length: count }, (_, i) => ({ id: `i${i}`, difficulty: ((i * 37) % count) / count, forms: 4 }))

const zone = (rest: Partial<Zone> = {}): Zone => ({
  id: 'z',
  take: 5,
  points: 2,
  shuffle: false,
  pool: pool(20),
  ...rest,
})

const seeds = Array.from({ length: 400 }, (_, i) => `seed ${i}`)
const itemsOf = (paper: readonly PaperSlot[], zones: readonly Zone[]) =>
  zones.map(({ pool: all }, index) =>
    paper.filter((slot) => slot.zone === index).flatMap(({ item }) => all.filter(({ id }) => id === item)),
  )
const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length)
}

describe('a paper', () => {
  it('is the same for the same seed and another for another', () => {
    expect(drawPaper([zone()], 'a')).toEqual(drawPaper([zone()], 'a'))
    expect(new Set(seeds.map((seed) => JSON.stringify(drawPaper([zone()], seed)))).size).toBeGreaterThan(300)
  })

  it('takes as many different items from each zone as it says, in the order of zones', () => {
    const zones = [
      zone({ take: 3 }),
      zone({ id: 'y', take: 2, pool: pool(6).map((item) => ({ ...item, id: `y${item.id}` })) }),
    ]
    for (const seed of seeds) {
      const paper = drawPaper(zones, seed)
      expect(paper.map((slot) => [slot.slot, slot.zone])).toEqual([
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 1],
        [4, 1],
      ])
      expect(new Set(paper.map(({ item }) => item)).size).toBe(5)
    }
  })

  it('takes a whole pool that has no more, in its own order unless it is shuffled', () => {
    const all = pool(4)
    expect(drawPaper([zone({ take: 9, pool: all })], 'a').map(({ item }) => item)).toEqual(all.map(({ id }) => id))
    const orders = seeds.map((seed) =>
      drawPaper([zone({ take: 9, pool: all, shuffle: true })], seed)
        .map(({ item }) => item)
        .join(),
    )
    expect(new Set(orders).size).toBe(24)
  })

  it('lies near the difficulty its pools promise, far nearer than chance would', () => {
    const zones = [zone()]
    const target = expectedDifficulty(zones)
    const difficulties = seeds.map((seed) => difficultyOf(zones, itemsOf(drawPaper(zones, seed), zones)))
    for (const one of difficulties) expect(Math.abs(one - target)).toBeLessThanOrEqual(nearEnough)
    // Five of twenty drawn freely vary with a standard deviation of 0.115.
    expect(deviation(difficulties)).toBeLessThan(0.02)
  })

  it('lets every item come, heavier ones more often', () => {
    const zones = [zone({ pool: pool(20).map((item, i) => ({ ...item, weight: i === 3 ? 3 : 1 })) })]
    const counts = new Map<string, number>()
    for (const seed of seeds)
      for (const { item } of drawPaper(zones, seed)) counts.set(item, (counts.get(item) ?? 0) + 1)
    expect(counts.size).toBe(20)
    const others = [...counts].filter(([id]) => id !== 'i3').map(([, count]) => count)
    expect(counts.get('i3') ?? 0).toBeGreaterThan(2 * (others.reduce((sum, x) => sum + x, 0) / others.length))
  })

  it('uses every frozen form of an item about equally often', () => {
    const forms = seeds.flatMap((seed) => drawPaper([zone({ take: 1, pool: pool(1) })], seed).map(({ form }) => form))
    for (const form of [0, 1, 2, 3]) expect(forms.filter((one) => one === form).length).toBeGreaterThan(60)
  })
})
