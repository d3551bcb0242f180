import 'server-only'
import type { ClassId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ClassDoor } from '@/lib/sync/class-view'
import type { Database } from '../../db/client'
import { findInvitation } from './invite'
import { type CodeVisitor, classOfCode, mayTryCode } from './join-class'
import { readersOf } from './read-class'

const doorOf = async (
  db: Database,
  classId: ClassId,
  language: Language,
  becomes: Pick<ClassDoor, 'student' | 'content' | 'studentData'>,
): Promise<ClassDoor> => {
  const row = await db.class.findUniqueOrThrow({
    where: { id: classId },
    include: {
      decks: { orderBy: { assignedAt: 'asc' }, include: { deck: { select: { id: true, currentHash: true } } } },
    },
  })
  const decks = await Promise.all(
    row.decks.map(async ({ deck }) => {
      const hash = deck.currentHash ?? ''
      const [titles, version] = await Promise.all([
        db.deckBundle.findMany({ where: { deckId: deck.id, hash }, select: { language: true, title: true } }),
        db.deckVersion.findUnique({ where: { deckId_hash: { deckId: deck.id, hash } }, select: { cards: true } }),
      ])
      const title = (titles.find((one) => one.language === language) ?? titles[0])?.title ?? deck.id
      return { title, cards: version?.cards ?? 0 }
    }),
  )
  const { id, title, about, simulated } = row
  return { id, title, about, simulated, decks, readers: await readersOf(db, classId), ...becomes }
}

/**
 * What somebody sees who holds a code or an invitation, before they join: the class, what it learns, and who will see what
 * they do. Guessing is slowed.
 */
export const readDoor = async (
  db: Database,
  visitor: CodeVisitor,
  key: string,
  language: Language,
  now: Date,
): Promise<Result<ClassDoor, 'class-code' | 'too-many'>> => {
  if (!(await mayTryCode(db, 'look', visitor, now))) return refuse('too-many')
  const byCode = await classOfCode(db, key, now)
  if (byCode !== null)
    return ok(await doorOf(db, byCode, language, { student: true, content: 'none', studentData: 'none' }))
  const invitation = await findInvitation(db, key, now)
  if (invitation === null) return refuse('class-code')
  const { classId, student, content, studentData } = invitation
  return ok(await doorOf(db, classId, language, { student, content, studentData }))
}
