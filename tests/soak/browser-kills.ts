import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { makeRng } from '@/lib/core/rng'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { startServer } from '../e2e/server'
import { browserStudent, type TypedText } from '../support/browser-student'
import { begin } from '../support/exam-taker'
import { askable, makeClass, publishedExam, publishSample } from '../support/exam-world'
import { onEachDatabase } from './on-each-database'

const kills = 40
const hour = 3_600_000

/** How long the oldest text had stood there that is not there any more, ms. */
const lostOf = (typed: readonly TypedText[], there: string, killedAt: number): number => {
  const gone = typed[typed.findLastIndex(({ text }) => text === there) + 1]
  return gone === undefined ? 0 : killedAt - gone.at
}

/** A real browser killed with all its processes while a student types, with and without a network; then they hand in. */
export const browserKills = onEachDatabase('browser-kills', async (served) => {
  await migrate(served.place)
  const db = openDatabase(served.place)
  const now = Date.now()
  await publishSample(db, new Date(now))
  const world = await makeClass(db, 1, new Date(now))
  const zone = { id: 'a', title: 'Part A', take: 1, points: 2, shuffle: false, lock: false }
  const zones = [{ ...zone, items: [{ card: askable('code'), difficulty: 0.3 }] }]
  const times = { opensAt: now - hour, dueAt: now + 3 * hour, closesAt: now + 3 * hour, durationMinutes: 180 }
  const exam = await publishedExam(db, world, { ...times, zones }, new Date(now))
  const [userId] = world.students
  if (userId === undefined) throw new Error('the class has no student')
  await begin(db, userId, exam, new Date(now))
  const server = await startServer(served.folder, undefined, served.env)
  const secret = readFileSync(join(served.folder, 'secret'), 'utf8').trim()
  const student = browserStudent(server.url, exam, await encode({ token: { userId, sessionVersion: 1 }, secret }))
  const rng = makeRng('browser kills', kills)
  const worst = { online: 0, offline: 0, elsewhere: 0 }
  const counts = { online: 0, offline: 0, elsewhere: 0 }
  const missed: string[] = []
  try {
    await student.openNew()
    for (let kill = 0; kill < kills; kill++) {
      const roll = rng.integer(0, 9)
      const kind = roll < 4 ? 'offline' : roll < 7 ? 'online' : 'elsewhere'
      const before = await student.text()
      if (kind === 'offline') await student.goOffline()
      const typed = [{ text: before, at: Date.now() }, ...(await student.write(`k${kill}n`, rng.integer(100, 7000)))]
      const killedAt = Date.now()
      await student.kill()
      await (kind === 'elsewhere' ? student.openNew() : student.reopen())
      const there = await student.text()
      if (!typed.some(({ text }) => text === there)) missed.push(`After kill ${kill} there was "${there}".`)
      worst[kind] = Math.max(worst[kind], lostOf(typed, there, killedAt))
      counts[kind]++
    }
    const last = await student.text()
    const page = student.page()
    await page.getByRole('button', { name: 'Hand in', exact: true }).click()
    await page.getByRole('button', { name: 'Hand in for good' }).click()
    await page.getByRole('heading', { name: 'Handed in' }).waitFor({ timeout: 30_000 })
    const rows = await db.examAnswer.findMany({ where: { examId: exam, late: false } })
    const kept = JSON.parse(rows[0]?.answer ?? 'null') as { readonly text?: string } | null
    if (rows.length !== 1 || kept?.text !== last) missed.push(`The server holds "${kept?.text}", not "${last}".`)
    const newest = Math.max(0, ...student.acknowledged)
    if ((rows[0]?.rev ?? 0) < newest) missed.push(`Revision ${newest} was acknowledged, ${rows[0]?.rev} is there.`)
    if ((await db.examAttempt.count({ where: { examId: exam, receipt: { not: null } } })) !== 1)
      missed.push('There is not one receipt.')
  } finally {
    await student.discard()
    await server.stop()
    await db.$disconnect()
  }
  const here = Math.max(worst.online, worst.offline)
  if (here > 2000) missed.push(`${here} ms of typing were lost on one device.`)
  if (worst.elsewhere > 5000) missed.push(`${worst.elsewhere} ms of typing were lost on another device.`)
  if (student.acknowledged.length === 0) missed.push('Nothing was acknowledged.')
  return {
    result: `${counts.online} browsers killed online, ${counts.offline} offline, ${counts.elsewhere} for another device; ${student.acknowledged.length} acknowledged answers; at most ${worst.online} ms of typing lost online, ${worst.offline} ms offline, ${worst.elsewhere} ms on another device`,
    missed,
  }
})
