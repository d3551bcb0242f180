import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../../db/client'

/**
 * Whether a figure belongs to a question of an exam that somebody has begun in a class they learn in. Exams are often made of
 * banks that no student reads; the name of a figure is made from its bytes, so only whoever is shown it can ask for it.
 */
export const isAskedWith = async (
  db: Database,
  userId: UserId,
  { deckId, name }: { readonly deckId: string; readonly name: string },
): Promise<boolean> => {
  const exam = {
    state: 'published' as const,
    class: { members: { some: { userId, student: 'learning' as const } } },
    items: { some: { deckId, contents: { contains: `/${name}"` } } },
  }
  return (await db.examAttempt.count({ where: { userId, exam } })) > 0
}
