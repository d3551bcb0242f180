import { servedDatabases } from '../support/served-database'
import { type Bench, type Measurement, percentile } from './bench'
import { atTheirTimes, openRoom, takers, timedRequest } from './exam-load'

const withinMs = 10_000

/** A thousand students who are signed in begin within ten seconds; the crowd, server and database share the machine. */
export const examStart: Bench = {
  name: 'exam-start',
  measure: async () => {
    const all: Measurement[] = []
    for (const { name, make } of servedDatabases) {
      const served = await make()
      const room = await openRoom(served)
      try {
        const times: number[] = []
        let bytes = 0
        await atTheirTimes(
          room.crowd.map((_, i) => (i * withinMs) / takers),
          async (index, dueAt) => {
            const taker = room.crowd[index]
            if (taker === undefined) return
            const { ms, text } = await timedRequest(taker, 'POST', { roomCode: '' }, dueAt)
            times.push(ms)
            bytes += text.length
          },
        )
        // The bar is for PostgreSQL; the embedded database is told beside it.
        const bar = name === 'PostgreSQL' ? 1000 : null
        all.push(
          { what: `${name}: ${takers} starts in 10 s, p95`, value: { number: percentile(times, 95), unit: 'ms' }, bar },
          { what: `${name}: median`, value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
          { what: `${name}: a paper's JSON`, value: { number: bytes / takers / 1024, unit: 'KiB' }, bar: null },
        )
      } finally {
        await room.stop()
        await served.discard()
      }
    }
    return all
  },
}
