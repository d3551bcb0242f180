import { type Reviews, rowFlags } from '@/lib/schedule/ledger'
import type { Share } from '@/lib/view/chart'
import { shareOf } from './share'

/** Memories put to the test, and how many held. `hard` is a recall. */
interface Count {
  readonly right: number
  readonly of: number
}

export interface Tally {
  readonly young: Count
  readonly mature: Count
}

/** Tests of long-term memory by a key; null leaves a row out. */
export const tallyBy = (reviews: Reviews, keyOf: (row: number) => number | null): ReadonlyMap<number, Tally> => {
  const found = new Map<number, { young: { right: number; of: number }; mature: { right: number; of: number } }>()
  for (let row = 0; row < reviews.length; row++) {
    const flags = reviews.flags[row] ?? 0
    if ((flags & rowFlags.tested) === 0) continue
    const key = keyOf(row)
    if (key === null) continue
    let tally = found.get(key)
    if (!tally) {
      tally = { young: { right: 0, of: 0 }, mature: { right: 0, of: 0 } }
      found.set(key, tally)
    }
    const count = (flags & rowFlags.mature) === 0 ? tally.young : tally.mature
    count.of++
    if (reviews.grade[row] !== 0) count.right++
  }
  return found
}

const add = (a: Count, b: Count): Count => ({ right: a.right + b.right, of: a.of + b.of })

export const addShares = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, one) => ({ young: add(sum.young, one.young), mature: add(sum.mature, one.mature) }), {
    young: { right: 0, of: 0 },
    mature: { right: 0, of: 0 },
  })

export const shareIn = ({ right, of }: Count): Share => shareOf(right, of)
export const both = ({ young, mature }: Tally): Share => shareIn(add(young, mature))
