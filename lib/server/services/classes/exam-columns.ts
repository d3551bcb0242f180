import 'server-only'
import type { GradeColumn } from '@/lib/classes/grade-file'
import type { Database } from '../../db/client'
import { readTerms } from '../exams/terms'

/** A column for each published exam of a class that has been marked: points out of what there were. */
export const examColumns = async (db: Database, classId: string): Promise<readonly GradeColumn[]> => {
  const exams = await db.exam.findMany({
    where: { classId, state: 'published' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { terms: true, attempts: { select: { userId: true, result: { select: { points: true, outOf: true } } } } },
  })
  return exams.flatMap(({ terms, attempts }) => {
    const marked = attempts.flatMap(({ userId, result }) => (result === null ? [] : [{ userId, ...result }]))
    if (marked.length === 0) return []
    return [
      {
        name: readTerms(terms).title,
        points: Math.max(...marked.map(({ outOf }) => outOf)),
        scores: new Map(marked.map(({ userId, points }) => [userId, points])),
      },
    ]
  })
}
