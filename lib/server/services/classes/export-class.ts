import 'server-only'
import { canvasGrades, type GradeColumn, type Graded, moodleGrades } from '@/lib/classes/grade-file'
import { type ReportPart, reportCsv, reportParts } from '@/lib/classes/report-file'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { StudentReport } from '@/lib/sync/class-report'
import type { Database } from '../../db/client'
import { staffAccess } from './access'
import { classDecks } from './class-decks'
import { classReport } from './class-report'
import { examColumns } from './exam-columns'

/** A file as it is saved. */
export interface ClassFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** A part of a report as it is asked for; null where there is no such part. */
export const readPart = (text: string | null): ReportPart | 'all' | null =>
  text === 'all' ? text : (reportParts.find((part) => part === text) ?? null)

/** Spreadsheets take a file for UTF-8 only where it says so. */
const mark = '\uFEFF'

/** What is told of a class, whole as JSON or one part as a table. */
export const exportReport = async (
  db: Database,
  userId: UserId,
  classId: string,
  part: ReportPart | 'all',
  language: Language,
  now: Date,
): Promise<Result<ClassFile, 'not-found' | 'class-role'>> => {
  if (part === 'students') {
    const access = await staffAccess(db, userId, classId, { studentData: 'viewer' })
    if (!access.ok) return access
  }
  const report = await classReport(db, userId, classId, language, now)
  if (!report.ok) return report
  return ok(
    part === 'all'
      ? { name: 'class.json', type: 'application/json', text: `${JSON.stringify(report.value, null, 1)}\n` }
      : { name: `class-${part}.csv`, type: 'text/csv', text: mark + reportCsv(report.value, part) },
  )
}

/** A column for each assigned deck: how many of its cards have been begun. */
const deckColumns = (
  standings: readonly StudentReport[],
  titles: ReadonlyMap<string, string>,
): readonly GradeColumn[] =>
  (standings[0]?.decks ?? []).map(({ deck, total }) => ({
    name: titles.get(deck) ?? deck,
    points: total,
    scores: new Map(
      standings.map(({ id, decks }) => [id, decks.find((one) => one.deck === deck)?.begun ?? 0] as const),
    ),
  }))

/** Grades for another system's gradebook. */
export const exportGrades = async (
  db: Database,
  userId: UserId,
  classId: string,
  system: 'canvas' | 'moodle',
  language: Language,
  now: Date,
): Promise<Result<ClassFile, 'not-found' | 'class-role'>> => {
  const access = await staffAccess(db, userId, classId, { studentData: 'viewer' })
  if (!access.ok) return access
  const report = await classReport(db, userId, classId, language, now)
  if (!report.ok) return report
  const standings = report.value.standings ?? []
  const students: readonly Graded[] = standings
  const decks = await classDecks(db, access.value, language)
  const begun = deckColumns(standings, new Map(decks.map(({ deck, title }) => [deck, title])))
  const columns = [...begun, ...(await examColumns(db, classId))]
  const text = system === 'canvas' ? canvasGrades(students, columns) : moodleGrades(students, columns)
  return ok({ name: `grades-${system}.csv`, type: 'text/csv', text })
}
