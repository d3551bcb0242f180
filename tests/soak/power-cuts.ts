import { makeRng } from '@/lib/core/rng'
import { openDatabase } from '@/lib/server/db/client'
import { gradeEvent } from '../support/events'
import { type HttpPerson, httpGuest } from '../support/http-person'
import { startMortal } from '../support/mortal-server'
import { onEachDatabase } from './on-each-database'

const kills = 50
const people = 4
const batch = 25

/** One device: offers each batch until it is acknowledged, whatever happens to the server meanwhile. */
const makeDevice = (person: HttpPerson, who: number) => {
  const acknowledged = new Set<string>()
  let offered = 0
  const offer = async (going: () => boolean): Promise<void> => {
    while (going()) {
      const events = Array.from({ length: batch }, (_, n) =>
        gradeEvent({
          id: `device${who}-${String(offered + n).padStart(7, '0')}`,
          cardId: `deck/${(offered + n) % 200}`,
          at: 1_700_000_000_000 + (offered + n) * 1000,
        }),
      )
      const answer = await person.sync(events, { epoch: null, cursor: 2 ** 31 - 1 })
      if (answer === null) {
        await new Promise((resolve) => setTimeout(resolve, 40))
        continue
      }
      for (const id of answer.accepted) acknowledged.add(id)
      offered += batch
    }
  }
  return { acknowledged, offer }
}

/** The server killed with SIGKILL again and again while devices offer reviews; they go on offering as soon as it is back. */
export const powerCuts = onEachDatabase('power-cuts', async (served, database) => {
  const rng = makeRng(`power cuts ${database}`, 1)
  const server = await startMortal(served)
  const crowd: ReturnType<typeof makeDevice>[] = []
  for (let who = 0; who < people; who++) crowd.push(makeDevice(await httpGuest(server.url), who))
  let going = true
  const all = Promise.all(crowd.map((device) => device.offer(() => going)))
  for (let cut = 0; cut < kills; cut++) {
    await new Promise((resolve) => setTimeout(resolve, rng.integer(50, 1200)))
    await server.cut()
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  going = false
  await all
  await server.stop()

  const db = openDatabase(served.place)
  const rows = await db.reviewEvent.findMany({
    select: { id: true, userId: true, sequence: true },
    orderBy: [{ userId: 'asc' }, { sequence: 'asc' }],
  })
  const states = await db.cardState.count()
  await db.$disconnect()
  const kept = new Set(rows.map((row) => row.id))
  const acknowledged = crowd.flatMap((device) => [...device.acknowledged])
  const missing = acknowledged.filter((id) => !kept.has(id))
  const doubled = rows.length - kept.size
  const gaps = rows.filter((row, at) => {
    const before = rows[at - 1]
    return row.sequence !== (before?.userId === row.userId ? before.sequence + 1 : 1)
  })
  return {
    result: `${kills} kills, ${acknowledged.length} acknowledged reviews, ${missing.length} missing, ${doubled} doubled, ${gaps.length} gaps, ${states} card states`,
    missed: [
      ...missing.slice(0, 5).map((id) => `${id} was acknowledged and is missing.`),
      ...(doubled > 0 ? [`${doubled} reviews are there twice.`] : []),
      ...(gaps.length > 0 ? [`A person's numbers have ${gaps.length} gaps.`] : []),
      ...(acknowledged.length < kills * batch ? ['There was hardly any load.'] : []),
    ],
  }
})
