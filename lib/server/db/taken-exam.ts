import 'server-only'
import type { Transaction } from './client'

type ExamRow = NonNullable<Awaited<ReturnType<Transaction['exam']['findFirst']>>>
type AttemptRow = NonNullable<Awaited<ReturnType<Transaction['examAttempt']['findFirst']>>>

/** Of an exam, what the requests of its students read. */
export type ExamOfStudent = Pick<ExamRow, 'id' | 'classId' | 'terms' | 'zones' | 'secret' | 'publishedAt'>

interface Joined extends AttemptRow {
  readonly examClass: string
  readonly examTerms: string
  readonly examZones: string
  readonly examSecret: string
  readonly examPublished: Date | null
}

/**
 * A published exam of a class somebody learns in, with the attempt they have begun; null where there is none. One statement:
 * a thousand students save through this, and the client's own way takes three with three times the work.
 */
export const takenExam = async (
  db: Pick<Transaction, '$queryRaw'>,
  userId: string,
  examId: string,
): Promise<{ readonly exam: ExamOfStudent; readonly attempt: AttemptRow | null } | null> => {
  const [row] = await db.$queryRaw<(Joined | (Omit<Joined, 'id'> & { readonly id: null }))[]>`
    SELECT a.*, e."classId" AS "examClass", e."terms" AS "examTerms", e."zones" AS "examZones",
      e."secret" AS "examSecret", e."publishedAt" AS "examPublished"
    FROM "Exam" e
    JOIN "ClassMember" m ON m."classId" = e."classId" AND m."userId" = ${userId} AND m."student" = 'learning'
    LEFT JOIN "ExamAttempt" a ON a."examId" = e."id" AND a."userId" = ${userId}
    WHERE e."id" = ${examId} AND e."state" = 'published'`
  if (row === undefined) return null
  const { examClass, examTerms, examZones, examSecret, examPublished, ...attempt } = row
  const exam = {
    id: examId,
    classId: examClass,
    terms: examTerms,
    zones: examZones,
    secret: examSecret,
    publishedAt: examPublished,
  }
  return { exam, attempt: attempt.id === null ? null : { ...attempt, id: attempt.id } }
}
