import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync as keepEvents } from '@/lib/server/services/sync'
import { type RunningServer, startServer } from '../e2e/server'
import { gradeEvent, noon, syncRequest } from '../support/events'
import { type HttpPerson, httpGuest } from '../support/http-person'
import { onPostgresql, type ServedDatabase } from '../support/served-database'
import { type Bench, type Measurement, percentile } from './bench'

const learners = Number(process.env.LOAD_LEARNERS ?? 200)
const seconds = Number(process.env.LOAD_SECONDS ?? 20)
/** Seconds somebody looks at a card. */
const perCard = 8
const processes = 2

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** Sends everybody to the next process in turn, away from one that is about to end. */
const balancer = (servers: readonly RunningServer[]) => {
  const out = new Set<RunningServer>()
  let turn = 0
  return {
    remove: (server: RunningServer) => out.add(server),
    pick: (): string => {
      const up = servers.filter((server) => !out.has(server))
      const server = up[turn++ % up.length]
      if (server === undefined) throw new Error('no process is left')
      return server.url
    },
  }
}

const peopleAt = async (pick: () => string): Promise<HttpPerson[]> => {
  const people: HttpPerson[] = []
  for (let who = 0; who < learners; who++) {
    people.push(await httpGuest(pick(), pick, `10.${who >> 8}.${who & 255}.1`))
  }
  return people
}

interface Tally {
  readonly times: number[]
  acknowledged: number
  unanswered: number
}

/** Reviews one card after the other, each sent as it is graded; what was not answered is sent again, as a device does. */
const study = async (person: HttpPerson, who: number, until: number, tally: Tally): Promise<void> => {
  await wait((who / learners) * perCard * 1000)
  let position: { epoch: string | null; cursor: number } = { epoch: null, cursor: 0 }
  for (let n = 0; performance.now() < until; n++) {
    const start = performance.now()
    const event = gradeEvent({ id: `load-${who}-${n}`, cardId: `deck/card-${n}`, at: Date.now() })
    let answer = await person.sync([event], position)
    while (answer === null) {
      tally.unanswered++
      await wait(100)
      answer = await person.sync([event], position)
    }
    tally.times.push(performance.now() - start)
    tally.acknowledged += answer.accepted.length
    position = { epoch: answer.epoch, cursor: answer.cursor }
    await wait(start + perCard * 1000 - performance.now())
  }
}

const measureOn = async (served: ServedDatabase): Promise<readonly Measurement[]> => {
  const env = { ...served.env, NEXTAUTH_SECRET: 'the same for every process', TRUSTED_PROXIES: '127.0.0.0/8' }
  const servers: RunningServer[] = []
  for (let n = 0; n < processes; n++) servers.push(await startServer(`${served.folder}/${n}`, undefined, env))
  const db = openDatabase(served.place)
  try {
    const { pick, remove } = balancer([...servers])
    const people = await peopleAt(pick)
    const tally: Tally = { times: [], acknowledged: 0, unanswered: 0 }
    const until = performance.now() + seconds * 1000
    const studying = Promise.all(people.map((person, who) => study(person, who, until, tally)))
    await wait(seconds * 500)
    // Half-way, one process is replaced: it is taken out and ended, the other serves everybody.
    const leaving = servers.shift()
    if (leaving !== undefined) {
      remove(leaving)
      await leaving.stop()
    }
    await studying
    const kept = await db.reviewEvent.count()
    const what = `${processes} processes, ${learners} learners, a card every ${perCard} s`
    return [
      { what: `${what}: median answer`, value: { number: percentile(tally.times, 50), unit: 'ms' }, bar: null },
      { what: `${what}: p95`, value: { number: percentile(tally.times, 95), unit: 'ms' }, bar: 300 },
      { what: `${what}: p99`, value: { number: percentile(tally.times, 99), unit: 'ms' }, bar: null },
      { what: 'acknowledged reviews', value: { number: tally.acknowledged, unit: '' }, bar: null },
      { what: 'acknowledged and missing', value: { number: tally.acknowledged - kept, unit: '' }, bar: 0 },
      { what: 'sent again while a process ended', value: { number: tally.unanswered, unit: '' }, bar: 0 },
    ]
  } finally {
    await db.$disconnect()
    await Promise.all(servers.map((server) => server.stop()))
  }
}

const storedPeople = 20
const storedCards = 100
const storedTimes = 10

/** What a review and a card in memory take on disk, with their indexes, when learners have studied for some time. */
const storage = async (served: ServedDatabase): Promise<readonly Measurement[]> => {
  const db = openDatabase(served.place)
  try {
    await migrate(served.place)
    for (let who = 0; who < storedPeople; who++) {
      const person = await startGuest(db, `10.0.0.${who}`, new Date(noon))
      if (!person.ok) throw new Error('a guest was refused')
      for (let time = 0; time < storedTimes; time++) {
        const events = Array.from({ length: storedCards }, (_, n) =>
          gradeEvent({
            id: `${who}-${time}-${n}`.padEnd(24, 'x'),
            cardId: `course/concept-${n}.aspect`,
            at: noon + time * 86_400_000 + n,
          }),
        )
        await keepEvents(db, person.value, syncRequest(events), new Date(noon + storedTimes * 86_400_000))
      }
    }
    const bytesOf = async (table: string, rows: number): Promise<number> => {
      // Without what updates leave behind until it is cleaned up.
      await db.$executeRawUnsafe(`VACUUM FULL "${table}"`)
      const [size] = await db.$queryRawUnsafe<{ bytes: bigint }[]>(
        `SELECT pg_total_relation_size('"${table}"') AS bytes`,
      )
      return Number(size?.bytes ?? 0) / rows
    }
    const reviews = storedPeople * storedCards * storedTimes
    return [
      {
        what: 'storage of a review',
        value: { number: await bytesOf('ReviewEvent', reviews), unit: 'bytes' },
        bar: null,
      },
      {
        what: 'storage of a card in memory',
        value: { number: await bytesOf('CardState', storedPeople * storedCards), unit: 'bytes' },
        bar: null,
      },
    ]
  } finally {
    await db.$disconnect()
  }
}

/** A school's evening on several processes over one PostgreSQL, one of them replaced meanwhile. */
export const load: Bench = {
  name: 'load',
  measure: async () => [...(await onPostgresql(measureOn)), ...(await onPostgresql(storage))],
}
