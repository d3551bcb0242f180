import 'server-only'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import { cardLine, mistakeLines } from '@/lib/search/card-text'
import type { Database } from '../../db/client'

/** A card as a class's pages tell it. */
export interface ToldCard extends Pick<BundledCard, 'id' | 'concepts' | 'section'> {
  /** What it asks, as a line. */
  readonly line: string
  /** What it says of each mistake, by its name. */
  readonly says: ReadonlyMap<string, string>
}

export interface ToldDeck {
  readonly title: string
  readonly cards: readonly ToldCard[]
}

const mostKept = 20
const kept = new Map<string, Promise<ToldDeck>>()

const read = async (db: Database, deckId: string, hash: string, language: string): Promise<ToldDeck> => {
  const row = await db.deckBundle.findFirstOrThrow({ where: { deckId, hash, language }, select: { text: true } })
  const { title, cards } = JSON.parse(row.text) as Bundle
  return {
    title,
    cards: cards.map(({ id, concepts, section, content }) => ({
      id,
      concepts,
      section,
      line: cardLine(content) || id,
      says: mistakeLines(content),
    })),
  }
}

/**
 * A version of a deck in the wanted language, or the one it has. Kept by this process: a version never changes, and reading a
 * course's megabytes again took most of the time of whatever a class's staff looked at.
 */
export const toldDeck = async (db: Database, deckId: string, hash: string, language: Language): Promise<ToldDeck> => {
  const rows = await db.deckBundle.findMany({ where: { deckId, hash }, select: { language: true } })
  const own = (rows.find((row) => row.language === language) ?? rows[0])?.language
  if (own === undefined) throw new Error(`Deck ${deckId} has no bundle of its current version.`)
  const name = `${deckId} ${hash} ${own}`
  const known = kept.get(name) ?? read(db, deckId, hash, own)
  kept.delete(name)
  kept.set(name, known)
  known.catch(() => kept.delete(name))
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return known
}
