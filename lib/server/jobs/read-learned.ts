import 'server-only'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type CardId, type UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { emptyLedger, updateLedger } from '@/lib/schedule/ledger'
import { foldPlan, type Plan } from '@/lib/schedule/plan'
import { type Library, makeLibrary } from '@/lib/search/library'
import { byCard } from '@/lib/sync/by-card'
import type { Database } from '../db/client'
import { fromStateRow } from '../services/card-state-row'
import { fromRow } from '../services/event-row'
import { visibleTo } from '../services/visible-decks'

/** Everything of one learner that can be searched and counted, as the server has it. */
export interface Learned {
  readonly library: Library
  readonly states: ReadonlyMap<CardId, CardState>
  readonly events: readonly ReviewEvent[]
  readonly plan: Plan
  /** Titles by deck and concept, as `deck/concept`. */
  readonly concepts: ReadonlyMap<string, string>
}

const together = 5_000

const readEvents = async (db: Database, userId: UserId): Promise<readonly ReviewEvent[]> => {
  const events: ReviewEvent[] = []
  for (let after = 0; ; ) {
    const rows = await db.reviewEvent.findMany({
      where: { userId, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take: together,
    })
    for (const row of rows) events.push(fromRow(row))
    if (rows.length < together) return events
    after = rows.at(-1)?.sequence ?? after
  }
}

/** Each deck they may read, in the wanted language or else its own. */
const readBundles = async (db: Database, userId: UserId, language: Language) => {
  const decks = await db.deck.findMany({
    where: { AND: visibleTo(userId), currentHash: { not: null } },
    select: { id: true, currentHash: true },
    orderBy: { id: 'asc' },
  })
  const bundles: Bundle[] = []
  const concepts = new Map<string, string>()
  for (const { id: deckId, currentHash: hash } of decks) {
    if (hash === null) continue
    const rows = await db.deckBundle.findMany({ where: { deckId, hash } })
    const row = rows.find((one) => one.language === language) ?? rows[0]
    if (row === undefined) continue
    // Written by `versionRows`, so its shape is known.
    bundles.push(JSON.parse(row.text) as Bundle)
    const named = await db.deckConcept.findMany({ where: { deckId, hash, language: row.language } })
    for (const { conceptId, text } of named) {
      const { title } = JSON.parse(text) as { readonly title: string }
      concepts.set(`${deckId}/${conceptId}`, title)
    }
  }
  return { bundles, concepts }
}

/** Reads all of it; for a process of its own, since a long history takes its time. */
export const readLearned = async (
  db: Database,
  userId: UserId,
  language: Language,
  at: { readonly now: number; readonly zoneOffset: number },
): Promise<Learned> => {
  const [{ bundles, concepts }, rows, events] = await Promise.all([
    readBundles(db, userId, language),
    db.cardState.findMany({ where: { userId, cardId: { not: planSubject } }, select: { cardId: true, state: true } }),
    readEvents(db, userId),
  ])
  const states = new Map(rows.map((row) => [asId<CardId>(row.cardId), fromStateRow(row)]))
  const plan = foldPlan(events.filter(({ cardId }) => cardId === planSubject))
  const ledger = updateLedger(emptyLedger, byCard(events.filter(({ cardId }) => cardId !== planSubject)))
  const now = { at: at.now, zoneOffset: at.zoneOffset, dayStartsAt: plan.dayStartsAt }
  return { library: makeLibrary({ bundles, states, ledger, plan, now }), states, events, plan, concepts }
}
