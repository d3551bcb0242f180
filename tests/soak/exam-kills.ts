import { asId, type UserId } from '@/lib/core/id'
import { type Database, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { lostTooLong, type StruckTaker, strike } from '../support/exam-strike'
import { makeClass, publishedExam, publishSample } from '../support/exam-world'
import { httpGuest } from '../support/http-person'
import { startMortal } from '../support/mortal-server'
import { onEachDatabase } from './on-each-database'

/** Fewer at a time are other kills: 200 may be done in pieces. */
const kills = Number(process.env.EXAM_KILLS ?? 200)
const people = 4
const hour = 3_600_000

const guestsOf = async (db: Database): Promise<readonly UserId[]> =>
  (await db.user.findMany({ where: { kind: 'guest' }, orderBy: { id: 'asc' } })).map(({ id }) => asId<UserId>(id))

/** Browsers, networks and the server killed while students write; then everybody hands in. */
export const examKills = onEachDatabase('exam-kills', async (served) => {
  await migrate(served.place)
  const db = openDatabase(served.place)
  const now = Date.now()
  await publishSample(db, new Date(now))
  const world = await makeClass(db, 0, new Date(now))
  const times = { opensAt: now - hour, dueAt: now + 3 * hour, closesAt: now + 3 * hour, durationMinutes: 180 }
  const exam = await publishedExam(db, world, times, new Date(now))
  const server = await startMortal(served)
  const takers: StruckTaker[] = []
  for (let who = 0; who < people; who++) {
    const before = new Set(await guestsOf(db))
    const person = await httpGuest(server.url)
    const userId = (await guestsOf(db)).find((id) => !before.has(id))
    if (userId === undefined) throw new Error('a guest was not made')
    await db.classMember.create({
      data: { classId: world.classId, userId, student: 'learning', joinedAt: new Date(now), listedName: `t${who}` },
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
  const { counts, missed } = await strike(() => db, exam, takers, kills, server.cut)
  await server.stop()
  await db.$disconnect()
  return {
    result: `kills of ${counts.browsers} browsers, ${counts.networks} networks and ${counts.servers} servers, ${counts.acknowledged} acknowledged answers, ${counts.replayed} packets replayed, at most ${Math.round(counts.lostHere)} ms of typing lost on the same device and ${Math.round(counts.lostElsewhere)} ms on another (${Math.round(counts.lostCutOff)} ms with the time the server could not be reached)`,
    missed: [...missed, ...lostTooLong(counts)],
  }
})
