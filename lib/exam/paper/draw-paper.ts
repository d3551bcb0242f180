import { makeRng } from '@/lib/core/rng'
import { drawStratified } from './draw-stratified'
import { shuffled } from './shuffled'
import type { PaperSlot, PoolItem, Zone } from './zone'

/** How far a paper's difficulty may lie from what its pools promise, as a share of all points. */
export const nearEnough = 0.02
const candidates = 48

type Drawn = readonly (readonly PoolItem[])[]

/** Expected share of points missed, 0..1, over all zones. */
export const difficultyOf = (zones: readonly Zone[], drawn: Drawn): number => {
  let missed = 0
  let all = 0
  for (const [index, items] of drawn.entries()) {
    const points = zones[index]?.points ?? 0
    for (const { difficulty } of items) {
      missed += points * difficulty
      all += points
    }
  }
  return all === 0 ? 0 : missed / all
}

/** What a paper misses on average over all draws: the pool's mean by weight, as often as the zone takes from it. */
export const expectedDifficulty = (zones: readonly Zone[]): number => {
  let missed = 0
  let all = 0
  for (const { pool, points, take } of zones) {
    const weights = pool.reduce((sum, { weight = 1 }) => sum + weight, 0)
    const mean =
      weights === 0 ? 0 : pool.reduce((sum, { difficulty, weight = 1 }) => sum + difficulty * weight, 0) / weights
    const count = Math.min(take, pool.length)
    missed += points * count * mean
    all += points * count
  }
  return all === 0 ? 0 : missed / all
}

/**
 * Draws one person's paper. The same zones and seed always give the same paper. Whole candidates are drawn, each stratified
 * by difficulty, and the first that lies near the expected difficulty is taken, or the nearest: choosing among whole exams is
 * what makes papers equally hard (Sud, West, Zilles 2019). Each item is shown in one of its frozen forms.
 */
export const drawPaper = (zones: readonly Zone[], seed: string): readonly PaperSlot[] => {
  const target = expectedDifficulty(zones)
  let best: { readonly drawn: Drawn; readonly off: number } | null = null
  for (let attempt = 0; attempt < candidates; attempt++) {
    const drawn = zones.map(({ id, pool, take }) => drawStratified(pool, take, makeRng(seed, 'draw', id, attempt)))
    const off = Math.abs(difficultyOf(zones, drawn) - target)
    if (best === null || off < best.off) best = { drawn, off }
    if (off <= nearEnough) break
  }
  const slots: PaperSlot[] = []
  for (const [zone, items] of (best?.drawn ?? []).entries()) {
    const { id = '', shuffle = false, pool = [] } = zones[zone] ?? {}
    const inOrder = [...items].sort((a, b) => pool.indexOf(a) - pool.indexOf(b))
    for (const item of shuffle ? shuffled(inOrder, makeRng(seed, 'order', id)) : inOrder)
      slots.push({
        slot: slots.length,
        zone,
        item: item.id,
        form: makeRng(seed, 'form', item.id).integer(0, Math.max(1, item.forms) - 1),
      })
  }
  return slots
}
