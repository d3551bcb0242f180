import { makeRng } from '@/lib/core/rng'
import type { Answer } from '@/lib/view/input'
import { onPostgresql } from '../support/served-database'
import { type Bench, percentile } from './bench'
import { atTheirTimes, type ExamRoom, openRoom, readSheetText, takers, timedRequest } from './exam-load'

/** Mean time between two saves of one student, ms: each saves once in this, at any moment of it. */
const everyMs = 15_000
/** The first round warms the server up. */
const rounds = 3
const measuredFrom = 1
const atOnce = 10

const typed = (text: string): Answer => ({ kind: 'numbers', cells: { a1: [text] } })

const beginAll = async ({ crowd }: ExamRoom): Promise<void> => {
  for (let from = 0; from < takers; from += atOnce)
    await Promise.all(
      crowd.slice(from, from + atOnce).map(async (taker) => {
        const { text } = await timedRequest(taker, 'POST', { roomCode: '' }, performance.now())
        if (readSheetText(text).slots.length === 0) throw new Error('an empty paper')
      }),
    )
}

/** A thousand students who write, each saving every 15 seconds; the crowd, server and database share the machine. */
export const examAutosave: Bench = {
  name: 'exam-autosave',
  measure: () =>
    onPostgresql(async (served) => {
      const room = await openRoom(served)
      try {
        await beginAll(room)
        const rng = makeRng('autosave')
        const times: number[] = []
        const before = await room.serverMs()
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
        const each = ((await room.serverMs()) - before) / (rounds * takers)
        const what = `a save, ${takers} takers, ${((takers / everyMs) * 1000).toFixed(0)} saves/s`
        return [
          { what: `${what}, p95 of ${times.length}`, value: { number: percentile(times, 95), unit: 'ms' }, bar: 300 },
          { what: 'median', value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
          { what: "a save, of the server's processor", value: { number: each, unit: 'ms' }, bar: null },
        ]
      } finally {
        await room.stop()
      }
    }),
}
