import type { Rng } from '@/lib/core/rng'
import type { PoolItem } from './zone'

const weightOf = ({ weight = 1 }: PoolItem): number => weight

const unit = (rng: Rng): number => rng.uint32() / 2 ** 32

/** Ends of items on a line of their weights, easiest first. */
const line = (pool: readonly PoolItem[]) => {
  let end = 0
  return [...pool]
    .sort((a, b) => a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1))
    .map((item) => {
      end += weightOf(item)
      return { item, end }
    })
}

const patience = 20

/**
 * Draws `take` different items, one from each stratum of difficulty: the pool, easiest first, is a line as long as its
 * weights, cut into `take` equal parts, and one point falls into each. Every item comes as often as its weight says (an item
 * cut by two parts that both hit it gives way to its nearest neighbour), and every draw spans the pool's difficulty.
 */
export const drawStratified = (pool: readonly PoolItem[], take: number, rng: Rng): readonly PoolItem[] => {
  if (take >= pool.length) return pool
  const ends = line(pool)
  const total = ends.at(-1)?.end ?? 0
  const taken = new Set<PoolItem>()
  for (let stratum = 0; stratum < take; stratum++) {
    let at = 0
    for (let tries = 0; tries < patience; tries++) {
      const point = ((stratum + unit(rng)) / take) * total
      at = Math.max(
        0,
        ends.findIndex(({ end }) => point < end),
      )
      const hit = ends[at]
      if (hit !== undefined && !taken.has(hit.item)) break
    }
    const near = ends
      .map(({ item }, index) => ({ item, away: Math.abs(index - at) }))
      .filter(({ item }) => !taken.has(item))
      .sort((a, b) => a.away - b.away)[0]
    if (near !== undefined) taken.add(near.item)
  }
  return [...taken]
}
