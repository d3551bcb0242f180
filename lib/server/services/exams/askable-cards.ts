import 'server-only'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { Bundle } from '@/lib/content/bundle'
import type { UserId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { guessDifficulty } from '@/lib/exam/paper/guess-difficulty'
import type { AskableCard } from '@/lib/exam/protocol/staff'
import type { Database } from '../../db/client'
import { staffAccess } from '../classes/access'
import { openDecks, visibleTo } from '../visible-decks'
import { questionWords } from './question-text'

/** The cards of a deck that an exam can ask, in the deck's order, told in the wanted language where it has one. */
export const askableCards = async (
  db: Database,
  userId: UserId,
  classId: string,
  deckId: string,
  language: Language,
): Promise<Result<readonly AskableCard[], 'not-found' | 'class-role'>> => {
  const access = await staffAccess(db, userId, classId, { content: 'editor' })
  if (!access.ok) return access
  const deck = await db.deck.findFirst({
    where: { id: deckId, currentHash: { not: null }, AND: visibleTo(userId) },
    select: { currentHash: true },
  })
  const hash = deck?.currentHash ?? null
  if (hash === null) return refuse('not-found')
  const rows = await db.deckBundle.findMany({ where: { deckId, hash }, select: { language: true, text: true } })
  const row = [language, ...languages].flatMap((one) => rows.filter((bundle) => bundle.language === one))[0]
  if (row === undefined) return refuse('not-found')
  const open = (await db.deck.count({ where: { id: deckId, AND: openDecks } })) > 0
  const cards: AskableCard[] = []
  for (const card of (JSON.parse(row.text) as Bundle).cards) {
    const face = await cardFaceNamed(card.type)?.open()
    if (!face?.key) continue
    const { question, input } = face.present(card.content, { seed: 'list', language })
    cards.push({
      card: card.id,
      type: card.type,
      text: questionWords(question),
      heading: card.heading,
      concepts: card.concepts,
      difficulty: guessDifficulty(input),
      open,
    })
  }
  return ok(cards)
}
