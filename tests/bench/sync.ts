import { startServer } from '../e2e/server'
import { gradeEvent } from '../support/events'
import { type HttpPerson, httpGuest } from '../support/http-person'
import { type ServedDatabase, servedDatabases } from '../support/served-database'
import { type Bench, type Measurement, percentile } from './bench'

const people = 8
const batch = 50
const batchesEach = 60
const cardsEach = 400
const warmUp = 5

const batchOf = (who: number, turn: number) =>
  Array.from({ length: batch }, (_, n) => {
    const index = turn * batch + n
    return gradeEvent({
      id: `p${who}-${String(index).padStart(6, '0')}`,
      cardId: `deck/card-${(index * 7) % cardsEach}`,
      at: Date.now() - 86_400_000 + index * 1000,
    })
  })

/** Everybody sends batch after batch, each hearing their own back as a device does. Times in ms. */
export const reviewAtOnce = async (crowd: readonly HttpPerson[], from: number, to: number): Promise<number[]> => {
  const times: number[] = []
  const one = async (person: HttpPerson, who: number): Promise<void> => {
    let position: { epoch: string | null; cursor: number } = { epoch: null, cursor: 0 }
    for (let turn = from; turn < to; turn++) {
      const events = batchOf(who, turn)
      const start = performance.now()
      const answer = await person.sync(events, position)
      times.push(performance.now() - start)
      if (answer?.accepted.length !== batch) throw new Error(`a batch of ${batch} was not taken whole`)
      position = { epoch: answer.epoch, cursor: answer.cursor }
    }
  }
  await Promise.all(crowd.map(one))
  return times
}

const measureOn = async (name: string, served: ServedDatabase): Promise<readonly Measurement[]> => {
  const server = await startServer(served.folder, undefined, served.env)
  try {
    const crowd: HttpPerson[] = []
    for (let who = 0; who < people; who++) crowd.push(await httpGuest(server.url))
    await reviewAtOnce(crowd, 0, warmUp)
    const start = performance.now()
    const times = await reviewAtOnce(crowd, warmUp, warmUp + batchesEach)
    const seconds = (performance.now() - start) / 1000
    const perReview = (1000 * seconds) / (times.length * batch)
    return [
      // Bars are upper ones: 2,000 reviews a second are 0.5 ms each.
      { what: `${name}: one synced review, ${people} people`, value: { number: perReview, unit: 'ms' }, bar: 0.5 },
      { what: `${name}: reviews a second`, value: { number: 1000 / perReview, unit: '/s' }, bar: null },
      {
        what: `${name}: batch of ${batch}, p99 of ${times.length}`,
        value: { number: percentile(times, 99), unit: 'ms' },
        bar: 250,
      },
      { what: `${name}: batch of ${batch}, median`, value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
    ]
  } finally {
    await server.stop()
  }
}

/** How fast a running server takes in reviews over HTTP, with the senders and the database on the same machine. */
export const sync: Bench = {
  name: 'sync',
  measure: async () => {
    const all: Measurement[] = []
    for (const { name, make } of servedDatabases) {
      const served = await make()
      try {
        all.push(...(await measureOn(name, served)))
      } finally {
        await served.discard()
      }
    }
    return all
  },
}
