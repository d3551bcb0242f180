import { makeRng } from '@/lib/core/rng'
import type { Answer } from '@/lib/view/input'
import { servedDatabases } from '../support/served-database'
import { type Bench, type Measurement, percentile } from './bench'
import { atTheirTimes, openRoom, readSheetText, takers, timedRequest } from './exam-load'

/** Mean time between two saves of one student, ms: each saves once in this, at any moment of it. */
const everyMs = 15_000
const rounds = 4
/** The first round warms the server up. */
const measuredFrom = 1

const typed = (text: string): Answer => ({ kind: 'numbers', cells: { a1: [text] } })

/** A thousand students who write, each saving every 15 seconds; the crowd, server and database share the machine. */
export const examAutosave: Bench = {
  name: 'exam-autosave',
  measure: async () => {
    const all: Measurement[] = []
    for (const { name, make } of servedDatabases) {
      const served = await make()
      const room = await openRoom(served)
      try {
        for (let from = 0; from < takers; from += 10)
          await Promise.all(
            room.crowd.slice(from, from + 10).map(async (taker) => {
              const { text } = await timedRequest(taker, 'POST', { roomCode: '' }, performance.now())
              if (readSheetText(text).slots.length === 0) throw new Error('an empty paper')
            }),
          )
        const rng = makeRng('autosave')
        const times: number[] = []
        const dues = Array.from({ length: rounds * takers }, (_, i) => {
          const round = Math.floor(i / takers)
          return round * everyMs + rng.integer(0, everyMs)
        })
        await atTheirTimes(dues, async (index, dueAt) => {
          const taker = room.crowd[index % takers]
          const round = Math.floor(index / takers)
          if (taker === undefined) return
          const offer = { slot: round, rev: round + 1, device: 'phone', answer: typed(`${index}`), spentMs: 1000 }
          const { ms } = await timedRequest(taker, 'PUT', { answers: [offer] }, dueAt)
          if (round >= measuredFrom) times.push(ms)
        })
        const bar = name === 'PostgreSQL' ? 300 : null
        const rate = (takers / everyMs) * 1000
        all.push(
          {
            what: `${name}: a save, ${takers} takers, ${rate.toFixed(0)} saves/s, p95 of ${times.length}`,
            value: { number: percentile(times, 95), unit: 'ms' },
            bar,
          },
          { what: `${name}: median`, value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
        )
      } finally {
        await room.stop()
        await served.discard()
      }
    }
    return all
  },
}
