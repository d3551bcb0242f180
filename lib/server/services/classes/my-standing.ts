import 'server-only'
import { answersOf } from '@/lib/classes/answer'
import { deckStanding } from '@/lib/classes/deck-standing'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { DeckStanding } from '@/lib/sync/class-report'
import { answerRows } from '../../db/answer-rows'
import type { Database } from '../../db/client'
import { wallClock } from '../../reminders/zone'
import { classAccess } from './access'
import { classDecks } from './class-decks'

/** How far somebody is themselves with the decks of their class: what the staff sees of them. */
export const myStanding = async (
  db: Database,
  userId: UserId,
  classId: string,
  language: Language,
  now: Date,
): Promise<Result<readonly DeckStanding[], 'not-found'>> => {
  const access = await classAccess(db, userId, classId)
  if (!access.ok) return access
  const { joinedAt, class: group } = await db.classMember.findUniqueOrThrow({
    where: { classId_userId: { classId, userId } },
    select: { joinedAt: true, class: { select: { zone: true, closedAt: true } } },
  })
  const decks = await classDecks(db, access.value, language)
  const span = { from: joinedAt.getTime(), before: group.closedAt?.getTime() ?? null }
  const events = decks.length === 0 ? [] : await answerRows(db, userId, span, new Set(decks.map(({ deck }) => deck)))
  const answered = new Set(answersOf(events).map(({ card }) => card))
  return ok(decks.map((deck) => deckStanding(deck, answered, wallClock(group.zone, now).day)))
}
