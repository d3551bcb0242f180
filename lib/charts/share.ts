import type { Share } from '@/lib/view/chart'

const z = 1.959964

/** A share with Wilson's 95 % interval, which stays honest for a handful of reviews and never leaves 0..1. */
export const shareOf = (right: number, of: number): Share => {
  if (of === 0) return { right, of, low: 0, high: 1 }
  const p = right / of
  const scale = 1 + z ** 2 / of
  const centre = (p + z ** 2 / (2 * of)) / scale
  const half = (z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))) / scale
  return { right, of, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
