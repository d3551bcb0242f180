import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { DeckStanding } from '@/lib/sync/class-report'
import type { Database } from '../../db/client'
import { wallClock } from '../../reminders/zone'
import { classAccess } from './access'
import { classDecks } from './class-decks'
import { deckStandings } from './deck-standings'

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
  const { zone } = await db.class.findUniqueOrThrow({ where: { id: classId }, select: { zone: true } })
  const decks = await classDecks(db, access.value, language)
  const standings = await deckStandings(db, [userId], decks, wallClock(zone, now).day)
  return ok(standings.get(userId) ?? [])
}
