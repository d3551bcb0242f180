import { makeRng } from '@/lib/core/rng'

/** Fisher-Yates on a named stream: one occasion always shows one order. */
export const shuffle = <T>(items: readonly T[], ...stream: readonly (string | number)[]): readonly T[] => {
  const rng = makeRng(...stream)
  const pool = [...items]
  const result: T[] = []
  while (pool.length > 0) result.push(...pool.splice(rng.integer(0, pool.length - 1), 1))
  return result
}
