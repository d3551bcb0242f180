import 'server-only'
import { asId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Pace } from '@/lib/schedule/class-pace'
import type { AssignedDeck } from '@/lib/sync/class-view'
import type { Database } from '../../db/client'
import { visibleTo } from '../visible-decks'
import type { ClassAccess } from './access'
import { readPace } from './class-paces'
import { type ToldDeck, toldDeck } from './kept-bundles'

/** An assigned deck with its cards, in the wanted language or the one it has. */
export interface ClassDeck extends ToldDeck {
  readonly deck: DeckId
  readonly version: string
  readonly retired: boolean
  readonly pace: Pace
}

/** The decks a class learns that its member may read now, in the order they were assigned, with their cards. */
export const classDecks = async (
  db: Database,
  { classId, userId }: Pick<ClassAccess, 'classId' | 'userId'>,
  language: Language,
): Promise<readonly ClassDeck[]> => {
  const rows = await db.classDeck.findMany({
    where: { classId, deck: { is: { currentHash: { not: null }, AND: visibleTo(userId) } } },
    orderBy: [{ assignedAt: 'asc' }, { deckId: 'asc' }],
    select: { deckId: true, pace: true, deck: { select: { currentHash: true, bank: { select: { state: true } } } } },
  })
  return Promise.all(
    rows.map(async ({ deckId, pace, deck }) => {
      const version = deck.currentHash ?? ''
      return {
        deck: asId<DeckId>(deckId),
        version,
        retired: deck.bank?.state === 'retired',
        pace: readPace(deckId, pace),
        ...(await toldDeck(db, deckId, version, language)),
      }
    }),
  )
}

/** The decks a class learns as they are told to a member, with the sections that dates may name. */
export const assignedDecks = async (
  db: Database,
  access: Pick<ClassAccess, 'classId' | 'userId'>,
  language: Language,
): Promise<readonly AssignedDeck[]> => {
  const decks = await classDecks(db, access, language)
  return Promise.all(
    decks.map(async ({ deck, version, title, retired, pace, cards }) => {
      const counts = new Map<string, number>()
      for (const { section } of cards) if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
      const rows = await db.deckSection.findMany({
        where: { deckId: deck, hash: version },
        orderBy: { position: 'asc' },
        select: { sectionId: true, title: true, language: true },
      })
      const inOwn = rows.filter((row) => row.language === language)
      const sections = (inOwn.length > 0 ? inOwn : rows.filter((row) => row.language === rows[0]?.language)).flatMap(
        ({ sectionId, title: name }) => {
          const held = counts.get(sectionId) ?? 0
          return held === 0 ? [] : [{ id: sectionId, title: name, cards: held }]
        },
      )
      return { deck, title, cards: cards.length, retired, pace, sections }
    }),
  )
}
