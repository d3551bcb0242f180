import 'server-only'
import type { UserId } from '@/lib/core/id'
import { breakUsed } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { readPaper, readSitting, standOf } from './sitting'
import { readTerms } from './terms'

export interface Withheld {
  /** `deck/concept`. */
  readonly concepts: readonly string[]
  /** When to ask again at the latest, ms since 1970; null while nothing is withheld. */
  readonly until: number | null
}

/**
 * Concepts whose computed keys this account is not told while it takes an exam that asks them from a deck everybody may read.
 * Another account, a computer of one's own and paper are not prevented by this.
 */
export const withheldFrom = async (db: Database, userId: UserId, now: Date): Promise<Withheld> => {
  const attempts = await db.examAttempt.findMany({
    where: { userId, handedInAt: null },
    include: { exam: { select: { terms: true, items: { where: { open: true } } } } },
  })
  const concepts = new Set<string>()
  let until: number | null = null
  for (const attempt of attempts) {
    const stand = standOf(attempt, readTerms(attempt.exam.terms), now)
    if (stand.finished) continue
    const asked = new Set(readPaper(attempt).map(({ item }) => item))
    const own = attempt.exam.items.filter(({ item }) => asked.has(item))
    for (const { concepts: text } of own)
      for (const concept of JSON.parse(text) as readonly string[]) concepts.add(concept)
    // A device without a network goes by this: breaks still to come are counted, and the end is told once it is there.
    const { allowance, breaks } = readSitting(attempt)
    const latest = stand.countsUntil + allowance.breakMs - breakUsed(breaks, allowance, now.getTime())
    if (own.length > 0) until = Math.max(until ?? 0, latest)
  }
  return { concepts: [...concepts].sort(), until }
}
