import { defaultParameters } from '@/lib/schedule/fsrs'
import { asNumber, inside, parsed } from '../collection/cells'
import type { AnkiCard } from '../collection/collection'

export interface FsrsMemory {
  readonly stability: number
  readonly difficulty: number
  /** ms since 1970; null where the card does not say. */
  readonly lastAt: number | null
}

/** FSRS' memory as the card keeps it; null where FSRS never saw the card. */
export const memoryIn = ({ data }: AnkiCard): FsrsMemory | null => {
  if (!data.startsWith('{')) return null
  const json = parsed(data)
  const stability = asNumber(inside(json, 's'))
  const difficulty = asNumber(inside(json, 'd'))
  const last = asNumber(inside(json, 'lrt'))
  if (stability === null || difficulty === null || stability <= 0) return null
  return { stability, difficulty: Math.min(10, Math.max(1, difficulty)), lastAt: last === null ? null : last * 1000 }
}

/** The memory FSRS gives a card of the old algorithm: the interval is the stability, the ease tells how hard it is. */
export const memoryFromEase = (
  intervalDays: number,
  factor: number,
  weights: readonly number[] = defaultParameters.weights,
): Pick<FsrsMemory, 'stability' | 'difficulty'> => {
  const [w8 = 0, w9 = 0, w10 = 0] = weights.slice(8, 11)
  const stability = Math.max(0.1, intervalDays)
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1(0.1 * w10)
  const difficulty = 11 - ((factor > 0 ? factor : 2500) / 1000 - 1) / growth
  return { stability, difficulty: Math.min(10, Math.max(1, difficulty)) }
}
