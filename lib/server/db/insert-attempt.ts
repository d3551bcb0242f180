import 'server-only'
import { Prisma } from '@/prisma/generated/sqlite/client'
import { type Database, dialectOf } from './client'
import type { ExamOfStudent, TakenExam } from './taken-exam'

type AttemptRow = NonNullable<TakenExam['attempt']>

/**
 * Writes the attempt of a student, where the exam still stands as it was read and they have none; null else. One statement
 * looks and writes. On PostgreSQL it also waits for whoever is taking the exam back, who waits for it in turn
 * (`withdrawExam` locks the same row), so that no attempt is left without its questions.
 */
export const insertAttempt = async (
  db: Database,
  { id: examId, publishedAt }: ExamOfStudent,
  { id, userId, startedAt, paper, allowance }: Pick<AttemptRow, 'id' | 'userId' | 'startedAt' | 'paper' | 'allowance'>,
): Promise<AttemptRow | null> => {
  const onPostgresql = dialectOf(db) === 'postgresql'
  // A value that is selected has no column to take its type from.
  const instant = onPostgresql ? Prisma.sql`CAST(${startedAt} AS timestamp)` : Prisma.sql`${startedAt}`
  const lock = onPostgresql ? Prisma.sql`FOR KEY SHARE` : Prisma.empty
  const [attempt] = await db.$queryRaw<AttemptRow[]>`
    INSERT INTO "ExamAttempt" ("id", "examId", "userId", "startedAt", "paper", "allowance")
    SELECT ${id}, "id", ${userId}, ${instant}, ${paper}, ${allowance} FROM "Exam"
    WHERE "id" = ${examId} AND "state" = 'published' AND "publishedAt" = ${publishedAt} ${lock}
    ON CONFLICT ("examId", "userId") DO NOTHING
    RETURNING *`
  return attempt ?? null
}
