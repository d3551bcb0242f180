import 'server-only'
import { hashText } from '@/lib/core/hash'
import type { UserId } from '@/lib/core/id'
import { planSubject } from '@/lib/schedule/event'
import type { FitAnswer, StoredSet } from '@/lib/schedule/fit/report'
import { type Trial, trialsOf } from '@/lib/schedule/fit/trials'
import { foldPlan } from '@/lib/schedule/plan'
import { byCard } from '@/lib/sync/by-card'
import type { Database } from '../db/client'
import { fitHistories } from '../fit/fit-histories'
import { fromRow } from './event-row'

/** More reviews hardly change 21 weights: a sample of whole cards is taken, the same one every time. */
const mostReviews = 250_000
const cardsAtOnce = 500

interface Histories {
  readonly histories: readonly (readonly Trial[])[]
  readonly total: number
}

const readHistories = async (db: Database, userId: UserId): Promise<Histories> => {
  const total = await db.reviewEvent.count({ where: { userId, kind: 'grade' } })
  const rows = await db.cardState.findMany({
    where: { userId, NOT: { dueDay: null, dueAt: null } },
    select: { cardId: true },
  })
  const order = (id: string) => (total > mostReviews ? hashText(id) : id)
  const cards = rows.map(({ cardId }) => cardId).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const histories: (readonly Trial[])[] = []
  let reviews = 0
  for (let i = 0; i < cards.length && reviews < mostReviews; i += cardsAtOnce) {
    const cardId = { in: cards.slice(i, i + cardsAtOnce) }
    const kind = { in: ['grade' as const, 'undo' as const, 'reset' as const] }
    const events = await db.reviewEvent.findMany({ where: { userId, cardId, kind } })
    for (const history of byCard(events.map(fromRow)).values()) {
      const trials = trialsOf(history)
      reviews += trials.length
      histories.push(trials)
    }
  }
  return { histories, total }
}

/** Fits weights to a person's reviews; a set that predicts better is kept, so that it can be told apart later. */
export const fitParameters = async (db: Database, userId: UserId, now: Date): Promise<FitAnswer> => {
  const planRows = await db.reviewEvent.findMany({ where: { userId, cardId: planSubject } })
  const plan = foldPlan(planRows.map(fromRow))
  const relearningSteps = Math.max(
    plan.preset.relearning.length,
    ...[...plan.decks.values()].map((one) => one.relearning.length),
  )
  const answer = await fitHistories({ ...(await readHistories(db, userId)), current: plan.parameters, relearningSteps })
  if (answer.kind !== 'better') return answer
  const { name, report } = answer
  const kept = { fittedAt: now, reviews: report.reviews, report: JSON.stringify(report) }
  await db.parameterSet.upsert({
    where: { userId_name: { userId, name } },
    create: { userId, name, ...kept },
    update: kept,
  })
  return answer
}

/** The sets fitted to a person's reviews so far, the latest first. */
export const listParameterSets = async (db: Database, userId: UserId): Promise<readonly StoredSet[]> => {
  const rows = await db.parameterSet.findMany({ where: { userId }, orderBy: { fittedAt: 'desc' }, take: 50 })
  // The report was written above from its own type.
  return rows.map(({ name, fittedAt, report }) => ({ name, fittedAt: fittedAt.getTime(), report: JSON.parse(report) }))
}
