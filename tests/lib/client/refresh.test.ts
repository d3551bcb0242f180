import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { makeRefresher } from '@/lib/client/refresh'
import type { StudySession } from '@/lib/client/session-state'
import { openDatabase } from '@/lib/client/store/database'

/** A sitting that shows something as soon as it is told to. */
const sitting = () => {
  let kind = 'loading'
  let told: () => void = () => undefined
  const session = {
    subscribe: (listener: () => void) => {
      told = listener
      return () => undefined
    },
    getSnapshot: () => ({ kind }),
  } as unknown as StudySession
  return {
    session,
    shows: async (next: string) => {
      kind = next
      told()
      await new Promise((resolve) => setTimeout(resolve, 20))
    },
  }
}

describe('the decks of a device', () => {
  it('are refreshed once a page, after a sitting shows something, and again with the next where that failed', async () => {
    const db = await openDatabase(() => undefined)
    let asked = 0
    const refresher = makeRefresher({
      db,
      decks: {
        refresh: async () => {
          asked++
          if (asked === 1) throw new Error('the store was closed')
          return 'fresh'
        },
        held: async () => [],
      },
      withheld: { refresh: async () => undefined },
      resets: { apply: async () => undefined },
      store: { states: async () => new Map() },
      today: async () => 0,
    })
    for (const times of [1, 2, 2]) {
      const { session, shows } = sitting()
      refresher.after(session, 'en')
      await shows('loading')
      await shows('card')
      expect(asked).toBe(times)
    }
    db.close()
  })
})
