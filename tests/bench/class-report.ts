import { join } from 'node:path'
import { simulatedLearners } from '@/lib/classes/simulate/people'
import { publishShipped, simulatedCards } from '@/lib/cli/demo/demo-content'
import { letStudy, makePerson } from '@/lib/cli/demo/demo-people'
import { asId, type ClassId, type UserId } from '@/lib/core/id'
import { type Database, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { assignDeck } from '@/lib/server/services/classes/assign-deck'
import { classReport } from '@/lib/server/services/classes/class-report'
import { noon } from '../support/events'
import { makeClass } from '../support/exam-world'
import { agreed } from '../support/people'
import { onPostgresql } from '../support/served-database'
import type { Bench, Measurement } from './bench'

const dayMs = 86_400_000
const days = 91
const seed = 'report'
const today = Math.floor(noon / dayMs)
const began = new Date((today - days) * dayMs)

/** Everything of a student once more, as another one's. */
const copyStudent = async (db: Database, classId: string, from: string, copy: number): Promise<void> => {
  const to = `${from}-${copy}`
  await db.user.create({ data: { id: to, kind: 'guest', name: to, createdAt: began, lastSeenAt: began } })
  await db.$executeRaw`INSERT INTO "ReviewEvent" ("id", "userId", "sequence", "deviceId", "cardId", "revision", "kind", "at",
      "originalAt", "receivedAt", "zoneOffset", "dayStartsAt", "detail")
    SELECT "id" || ${`-${copy}`}, ${to}, "sequence", "deviceId", "cardId", "revision", "kind", "at", "originalAt", "receivedAt",
      "zoneOffset", "dayStartsAt", "detail" FROM "ReviewEvent" WHERE "userId" = ${from}`
  await db.$executeRaw`INSERT INTO "PersonSequence" SELECT ${to}, "last" FROM "PersonSequence" WHERE "userId" = ${from}`
  await db.classMember.create({ data: { classId, userId: to, student: 'learning', joinedAt: began } })
}

const measureReport = async (db: Database, teacher: UserId, classId: string): Promise<readonly Measurement[]> => {
  const ask = async () => {
    const from = performance.now()
    const cpu = process.cpuUsage()
    const report = agreed(await classReport(db, teacher, classId, 'en', new Date(noon)))
    const { user, system } = process.cpuUsage(cpu)
    return { report, ms: performance.now() - from, cpu: (user + system) / 1000 }
  }
  const first = await ask()
  // One student has reviewed since: the report is another.
  await db.personSequence.updateMany({
    where: { userId: first.report.standings?.[0]?.id ?? '' },
    data: { last: { increment: 1 } },
  })
  const again = await ask()
  const unchanged = await ask()
  const of = `${first.report.students} students, ${first.report.reviews} reviews`
  return [
    { what: `${of}: for the first time`, value: { number: first.ms, unit: 'ms' }, bar: null },
    { what: `${of}: of it this process`, value: { number: first.cpu, unit: 'ms' }, bar: null },
    { what: `${of}: after a review of one of them`, value: { number: again.ms, unit: 'ms' }, bar: 1000 },
    { what: `${of}: unchanged`, value: { number: unchanged.ms, unit: 'ms' }, bar: 1000 },
  ]
}

/** A class's report on PostgreSQL after three months of 30 simulated students, and of ten times as many. */
export const classReports: Bench = {
  name: 'class-report',
  measure: () =>
    onPostgresql(async ({ place }) => {
      await migrate(place)
      const db = openDatabase(place)
      try {
        const deck = await publishShipped(db, join('content', 'cs231n'), began)
        const cards = simulatedCards(deck)
        const { classId, teacher } = await makeClass(db, 0, began)
        const pace = { kind: 'weekly', cards: 25, from: today - days } as const
        agreed(await assignDeck(db, teacher, classId, deck.id, pace, began))
        const mistakes = [...new Set(cards.flatMap((card) => card.mistakes))].sort()
        const ids: UserId[] = []
        for (const [at, learner] of simulatedLearners(seed, mistakes).entries()) {
          const person = { name: learner.name, email: null, role: 'learner', passwordHash: null } as const
          const userId = await makePerson(db, person, seed, began)
          const room = { classId: asId<ClassId>(classId), userId, number: String(at) }
          const span = { from: today - days, to: today - 1, zoneOffset: 0 }
          await letStudy(db, room, learner, cards, span, seed)
          ids.push(userId)
        }
        const few = await measureReport(db, teacher, classId)
        for (const from of ids) for (let copy = 0; copy < 9; copy++) await copyStudent(db, classId, from, copy)
        return [...few, ...(await measureReport(db, teacher, classId))]
      } finally {
        await db.$disconnect()
      }
    }),
}
