import { describe, expect, it } from 'vitest'
import { grades } from '@/lib/core/grade'
import { planSubject } from '@/lib/schedule/event'
import { historyOf } from '@/lib/schedule/history'
import { emptyLedger, joinLedgers, type Ledger, reviewsOf, rowFlags, updateLedger } from '@/lib/schedule/ledger'
import { schedulerOf } from '@/lib/schedule/schedulers'
import { studyDay } from '@/lib/schedule/study-day'
import { byCard, ledgerOf } from '../search/cards'
import { randomHistory } from './history'

const rowsOf = ({ cards, mistakes, reviews }: Ledger) =>
  Array.from({ length: reviews.length }, (_, row) =>
    [
      cards[reviews.card[row] ?? -1],
      reviews.day[row],
      reviews.hour[row],
      grades[reviews.grade[row] ?? -1],
      reviews.ms[row],
      reviews.flags[row],
      reviews.predicted[row],
      mistakes[(reviews.mistake[row] ?? 0) - 1] ?? null,
    ].join(' '),
  ).sort()

const seeds = Array.from({ length: 60 }, (_, seed) => seed)
const eventsOf = (seed: number) =>
  randomHistory(seed).flatMap((event, i) =>
    event.cardId === planSubject
      ? []
      : [event.kind === 'grade' && i % 4 === 0 ? { ...event, mistake: `m${i}` } : event],
  )

describe('the ledger', () => {
  it('has a row for every grade that stands, as the whole history tells it', () => {
    for (const seed of seeds) {
      const events = eventsOf(seed)
      const told = historyOf(events).flatMap(({ before, event }) => {
        if (event.kind !== 'grade') return []
        const { memory } = before
        const day = studyDay(event)
        const tested = memory.kind === 'review' && memory.lastDay < day
        const chance = tested
          ? schedulerOf(event.algorithm, event.parameters, event.terms).retrievability(memory, day)
          : 0
        const hour = new Date(event.at + event.zoneOffset * 60_000).getUTCHours()
        const flags = (tested ? rowFlags.tested : 0) | (tested && memory.intervalDays >= 21 ? rowFlags.mature : 0)
        return [
          [event.cardId, day, hour, event.grade, event.durationMs, flags, Math.fround(chance), event.mistake].join(' '),
        ]
      })
      expect(rowsOf(ledgerOf(events)), `seed ${seed}`).toEqual(told.sort())
    }
  })

  it('counted card by card as events come is the ledger counted at once', () => {
    for (const seed of seeds) {
      const events = eventsOf(seed)
      let ledger = emptyLedger
      for (let i = 0; i < events.length; i += 7) {
        const touched = new Set(events.slice(i, i + 7).map(({ cardId }) => cardId))
        const known = byCard(events.slice(0, i + 7))
        ledger = updateLedger(ledger, new Map([...known].filter(([id]) => touched.has(id))))
      }
      expect(rowsOf(ledger), `seed ${seed}`).toEqual(rowsOf(ledgerOf(events)))
    }
  })

  it('joined of parts is the ledger of the whole', () => {
    for (const seed of seeds) {
      const events = eventsOf(seed)
      const parts = [...byCard(events)].map((one) => updateLedger(emptyLedger, new Map([one])))
      expect(rowsOf(joinLedgers(parts)), `seed ${seed}`).toEqual(rowsOf(ledgerOf(events)))
    }
  })

  it('gives the reviews of some cards', () => {
    const ledger = ledgerOf(eventsOf(3))
    const [first] = ledger.cards
    const reviews = reviewsOf(ledger, (id) => id === first)
    expect(rowsOf({ ...ledger, reviews })).toEqual(rowsOf(ledger).filter((row) => row.startsWith(`${first} `)))
  })
})
