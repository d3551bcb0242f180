import type { Rng } from '@/lib/core/rng'

/** Fisher-Yates on a stream. */
export const shuffled = <T>(items: readonly T[], rng: Rng): readonly T[] => {
  const pool = [...items]
  const result: T[] = []
  while (pool.length > 0) result.push(...pool.splice(rng.integer(0, pool.length - 1), 1))
  return result
}
