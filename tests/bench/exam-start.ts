import { onPostgresql } from '../support/served-database'
import { type Bench, percentile } from './bench'
import { atTheirTimes, openRoom, takers, timedRequest } from './exam-load'

const withinMs = 10_000

/** A thousand students who are signed in begin within ten seconds; the crowd, server and database share the machine. */
export const examStart: Bench = {
  name: 'exam-start',
  measure: () =>
    onPostgresql(async (served) => {
      const room = await openRoom(served)
      try {
        const times: number[] = []
        let bytes = 0
        const before = await room.serverMs()
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
        const each = ((await room.serverMs()) - before) / takers
        return [
          { what: `${takers} starts in 10 s, p95`, value: { number: percentile(times, 95), unit: 'ms' }, bar: 1000 },
          { what: 'median', value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
          { what: "a start, of the server's processor", value: { number: each, unit: 'ms' }, bar: null },
          { what: "a paper's JSON", value: { number: bytes / takers / 1024, unit: 'KiB' }, bar: null },
        ]
      } finally {
        await room.stop()
      }
    }),
}
