import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result } from '@/lib/core/result'
import type { Database } from '../../db/client'
import { assignableBy } from '../visible-decks'
import { staffAccess } from './access'

/** Decks somebody on the staff may let the class learn, with their titles. */
export const assignableDecks = async (
  db: Database,
  userId: UserId,
  classId: string,
  language: Language,
): Promise<Result<readonly { readonly deck: string; readonly title: string }[], 'not-found' | 'class-role'>> => {
  const access = await staffAccess(db, userId, classId, { content: 'editor' })
  if (!access.ok) return access
  const rows = await db.deck.findMany({
    where: { currentHash: { not: null }, AND: assignableBy(userId), classes: { none: { classId } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, currentHash: true },
  })
  return ok(
    await Promise.all(
      rows.map(async ({ id, currentHash }) => {
        const titles = await db.deckBundle.findMany({
          where: { deckId: id, hash: currentHash ?? '' },
          select: { language: true, title: true },
        })
        return { deck: id, title: (titles.find((one) => one.language === language) ?? titles[0])?.title ?? id }
      }),
    ),
  )
}
