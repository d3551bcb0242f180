import 'server-only'
import { deckStanding } from '@/lib/classes/deck-standing'
import { makeProgressTally } from '@/lib/classes/progress-tally'
import { makeQuestionTally } from '@/lib/classes/question-tally'
import { summarise } from '@/lib/classes/student-summary'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { ClassReport, StudentReport } from '@/lib/sync/class-report'
import type { Database } from '../../db/client'
import { wallClock } from '../../reminders/zone'
import { mayIn, staffAccess } from './access'
import { type ClassDeck, classDecks } from './class-decks'
import { conceptTitles } from './concept-titles'
import { summaryOf } from './kept-summaries'

const learners = (db: Database, classId: string) =>
  db.classMember.findMany({
    where: { classId, student: 'learning' },
    orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
    include: { user: { select: { name: true, email: true } } },
  })

const compute = async (
  db: Database,
  students: Awaited<ReturnType<typeof learners>>,
  /** The number of each student's last event. */
  seen: ReadonlyMap<string, number>,
  closedAt: Date | null,
  decks: readonly ClassDeck[],
  language: Language,
  today: number,
): Promise<ClassReport & { readonly standings: readonly StudentReport[] }> => {
  const cards = decks.flatMap((deck) => deck.cards)
  const conceptOf = new Map<string, string | null>(cards.map(({ id, concepts }) => [id, concepts[0] ?? null]))
  const progress = makeProgressTally((card) => conceptOf.get(card) ?? null, today)
  const questions = makeQuestionTally()
  const names = new Set<string>(decks.map(({ deck }) => deck))
  const reports: StudentReport[] = []
  for (const [at, student] of students.entries()) {
    // One student at a time: however large the class, one person's reviews are in memory.
    const span = { from: student.joinedAt.getTime(), before: closedAt?.getTime() ?? null }
    const last = seen.get(student.userId) ?? 0
    const summary = names.size === 0 ? summarise([]) : await summaryOf(db, student.userId, span, names, last)
    questions.add(at, summary)
    const own = decks.map((deck) => deckStanding(deck, summary.cards, today))
    reports.push({
      id: student.userId,
      name: student.listedName || student.user.name,
      email: student.user.email ?? '',
      number: student.number,
      label: student.label,
      joinedAt: student.joinedAt.getTime(),
      decks: own,
      onTrack: own.every(({ paced }) => paced.begun >= paced.wanted),
      ...progress.add(summary),
    })
  }
  const titles = await conceptTitles(db, decks, language)
  return {
    students: students.length,
    reviews: progress.reviews(),
    today,
    concepts: titles.map(({ deck, concept, title }) => ({ deck, concept, title, ...progress.concept(concept) })),
    questions: cards.map(({ id, line, says }) => questions.report(id, line, says)),
    weeks: progress.weeks(),
    standings: reports,
  }
}

const kept = new Map<string, { readonly stamp: string; readonly report: ReturnType<typeof compute> }>()
const mostKept = 20

/**
 * What a class's staff is told of its reviews. Anybody on the staff reads what is told of groups; what single students did
 * needs a role for students' data. It is computed again only when a student has
 * reviewed, joined or left since, or a deck was changed.
 */
export const classReport = async (
  db: Database,
  userId: UserId,
  classId: string,
  language: Language,
  now: Date,
): Promise<Result<ClassReport, 'not-found' | 'class-role'>> => {
  const access = await staffAccess(db, userId, classId, {})
  if (!access.ok) return access
  const { zone, closedAt } = await db.class.findUniqueOrThrow({
    where: { id: classId },
    select: { zone: true, closedAt: true },
  })
  const decks = await classDecks(db, access.value, language)
  const today = wallClock(zone, now).day
  const [sequences, students] = await Promise.all([
    db.personSequence.findMany({ where: { user: { classes: { some: { classId, student: 'learning' } } } } }),
    learners(db, classId),
  ])
  const seen = new Map(sequences.map(({ userId: one, last }) => [one, last]))
  const all = sequences.reduce((sum, { last }) => sum + last, 0)
  const held = decks.map(({ deck, version, pace }) => [deck, version, pace])
  const stamp = JSON.stringify([all, students, closedAt, today, held])
  const name = `${classId} ${language}`
  const before = kept.get(name)
  const report = before?.stamp === stamp ? before.report : compute(db, students, seen, closedAt, decks, language, today)
  kept.delete(name)
  kept.set(name, { stamp, report })
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  report.catch(() => kept.delete(name))
  const whole = await report
  return ok(mayIn(access.value, { studentData: 'viewer' }) ? whole : { ...whole, standings: null })
}
