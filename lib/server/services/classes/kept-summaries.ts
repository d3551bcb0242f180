import 'server-only'
import { answersOf } from '@/lib/classes/answer'
import { type StudentSummary, summarise } from '@/lib/classes/student-summary'
import { answerRows } from '../../db/answer-rows'
import type { Database } from '../../db/client'

interface Kept {
  readonly last: number
  readonly summary: Promise<StudentSummary>
}

/** About a hundred kilobytes each after months of study. */
const mostKept = 500
const databases = new WeakMap<Database, Map<string, Kept>>()

const compute = async (...asked: Parameters<typeof answerRows>): Promise<StudentSummary> =>
  summarise(answersOf(await answerRows(...asked)))

/**
 * One student's answers summed up. Kept by this process while nothing is added to their events: in a class of hundreds somebody has
 * always reviewed since, and all the others have not. `last` is the number of their last event.
 */
export const summaryOf = (
  db: Database,
  userId: string,
  span: { readonly from: number; readonly before: number | null },
  decks: ReadonlySet<string>,
  last: number,
): Promise<StudentSummary> => {
  const kept = databases.get(db) ?? new Map<string, Kept>()
  databases.set(db, kept)
  const name = JSON.stringify([userId, span.from, span.before, [...decks].sort()])
  const known = kept.get(name)
  const one = known?.last === last ? known : { last, summary: compute(db, userId, span, decks) }
  // What was asked for last is forgotten last.
  kept.delete(name)
  kept.set(name, one)
  one.summary.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return one.summary
}
