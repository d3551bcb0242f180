import 'server-only'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import { asId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Pace } from '@/lib/schedule/class-pace'
import type { AssignedDeck } from '@/lib/sync/class-view'
import type { Database } from '../../db/client'
import { visibleTo } from '../visible-decks'
import type { ClassAccess } from './access'
import { readPace } from './class-paces'

/** An assigned deck with its cards, in the wanted language or the one it has. */
export interface ClassDeck {
  readonly deck: DeckId
  readonly title: string
  readonly retired: boolean
  readonly pace: Pace
  readonly cards: readonly Pick<BundledCard, 'id' | 'concepts' | 'section' | 'content'>[]
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
      const bundles = await db.deckBundle.findMany({
        where: { deckId, hash: deck.currentHash ?? '' },
        select: { language: true, text: true },
      })
      const found = bundles.find((one) => one.language === language) ?? bundles[0]
      if (found === undefined) throw new Error(`Deck ${deckId} has no bundle of its current version.`)
      const bundle = JSON.parse(found.text) as Bundle
      return {
        deck: asId<DeckId>(deckId),
        title: bundle.title,
        retired: deck.bank?.state === 'retired',
        pace: readPace(deckId, pace),
        cards: bundle.cards,
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
    decks.map(async ({ deck, title, retired, pace, cards }) => {
      const { currentHash } = await db.deck.findUniqueOrThrow({ where: { id: deck }, select: { currentHash: true } })
      const counts = new Map<string, number>()
      for (const { section } of cards) if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
      const rows = await db.deckSection.findMany({
        where: { deckId: deck, hash: currentHash ?? '' },
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
