import { describe, expect, it } from 'vitest'
import { readRecent } from '@/lib/client/session/recent'
import { asId, type EventId } from '@/lib/core/id'
import { meanShowing } from '@/lib/schedule/workload'
import { makeMemoryReviewStore } from '../../support/memory-review-store'
import { day, gradeEvent, hour, start } from '../schedule/history'

const dayBegan = start - 5 * hour

/** A store with showings of `ms` on each of these days ago, and how far back it was asked. */
const storeWith = async (
  showings: readonly { readonly daysAgo: number; readonly count: number; readonly ms: number }[],
) => {
  const store = makeMemoryReviewStore()
  for (const { daysAgo, count, ms } of showings) {
    await store.append(
      Array.from({ length: count }, (_, n) =>
        gradeEvent({ id: asId<EventId>(`${daysAgo}-${n}`), at: start - daysAgo * day - n, durationMs: ms }),
      ),
    )
  }
  const asked: number[] = []
  return {
    asked,
    between: (from: number, to: number) => {
      asked.push(from)
      return store.between(from, to)
    },
  }
}

describe('what was reviewed of late', () => {
  it("gives today's events, and the mean of the last 200 showings", async () => {
    const store = await storeWith([
      { daysAgo: 0, count: 3, ms: 1000 },
      { daysAgo: 3, count: 250, ms: 7000 },
    ])
    const { today, meanMs } = await readRecent(store, dayBegan, start)
    expect(today.map(({ id }) => id)).toEqual(['0-2', '0-1', '0-0'])
    expect(meanMs).toBe(meanShowing([...Array<number>(197).fill(7000), 1000, 1000, 1000]))
  })

  it('leaves out of today what the last day had before it began', async () => {
    const store = await storeWith([
      { daysAgo: 0, count: 1, ms: 1000 },
      { daysAgo: 0.5, count: 2, ms: 3000 },
    ])
    const { today, meanMs } = await readRecent(store, Promise.resolve(dayBegan), start)
    expect(today.map(({ id }) => id)).toEqual(['0-0'])
    expect(meanMs).toBe(meanShowing([3000, 3000, 1000]))
  })

  it('looks no further back than it takes to find them', async () => {
    const busy = await storeWith([{ daysAgo: 0, count: 200, ms: 1000 }])
    await readRecent(busy, dayBegan, start)
    expect(busy.asked).toEqual([start - day])
    const idle = await storeWith([{ daysAgo: 20, count: 9, ms: 1000 }])
    const { meanMs } = await readRecent(idle, dayBegan, start)
    expect(idle.asked).toEqual([start - day, start - 4 * day, start - 14 * day])
    expect(meanMs, 'nothing within two weeks').toBe(meanShowing([]))
  })
})
