import { asId, type UserId } from '@/lib/core/id'
import { type Database, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { startServer } from '../e2e/server'
import { strike } from '../support/exam-strike'
import { makeClass, publishedExam, publishSample } from '../support/exam-world'
import { httpGuest } from '../support/http-person'
import { type ServedDatabase, servedDatabases } from '../support/served-database'
import type { Campaign, Outcome } from './campaign'

const kills = 200
const people = 4
const hour = 3_600_000

const guestsOf = async (db: Database): Promise<readonly UserId[]> =>
  (await db.user.findMany({ where: { kind: 'guest' }, orderBy: { id: 'asc' } })).map(({ id }) => asId<UserId>(id))

const tryOn = async (name: string, served: ServedDatabase): Promise<Outcome> => {
  await migrate(served.place)
  const db = openDatabase(served.place)
  const now = Date.now()
  await publishSample(db, new Date(now))
  const world = await makeClass(db, 0, new Date(now))
  const times = { opensAt: now - hour, dueAt: now + 3 * hour, closesAt: now + 3 * hour, durationMinutes: 180 }
  const exam = await publishedExam(db, world, times, new Date(now))
  let server = await startServer(served.folder, undefined, served.env)
  const port = Number(new URL(server.url).port)
  const takers = []
  for (let who = 0; who < people; who++) {
    const before = new Set(await guestsOf(db))
    const person = await httpGuest(server.url)
    const userId = (await guestsOf(db)).find((id) => !before.has(id))
    if (userId === undefined) throw new Error('a guest was not made')
    await db.classMember.create({
      data: { classId: world.classId, userId, student: 'learning', joinedAt: new Date(now) },
    })
    const headers = { 'content-type': 'application/json' }
    await person.send(`/api/exams/${exam}/attempt`, { method: 'POST', headers, body: '{"roomCode":""}' })
    takers.push({
      name: `t${who}x`,
      userId,
      serve: (path: string, init?: RequestInit) =>
        person.send(path, { ...(init?.method ? { method: init.method, headers } : {}), body: init?.body ?? null }),
    })
  }
  const { counts, missed } = await strike(
    () => db,
    exam,
    takers,
    kills,
    async () => {
      await server.kill()
      server = await startServer(served.folder, port, served.env)
    },
  )
  await server.stop()
  await db.$disconnect()
  return {
    result: `${name}: ${counts.kills} kills, ${counts.acknowledged} acknowledged answers, ${counts.replayed} packets replayed, at most ${Math.round(counts.lostHere)} ms of typing lost on the same device and ${Math.round(counts.lostElsewhere)} ms on another`,
    missed: missed.map((sentence) => `${name}: ${sentence}`),
  }
}

/** Browsers, networks and the server killed while students write; then everybody hands in. */
export const examKills: Campaign = {
  name: 'exam-kills',
  run: async () => {
    const outcomes: Outcome[] = []
    for (const { name, make } of servedDatabases) {
      const served = await make()
      try {
        outcomes.push(await tryOn(name, served))
      } finally {
        await served.discard()
      }
    }
    return {
      result: outcomes.map(({ result }) => result).join('; '),
      missed: outcomes.flatMap(({ missed }) => missed),
    }
  },
}
