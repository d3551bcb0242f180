import 'server-only'
import type { BundledSection } from '@/lib/content/bundle'
import type { ConceptId, DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { currentVersion } from './current-version'
import type { Reader } from './visible-decks'

/** The section that teaches a concept: the one that names it first, or else the earliest that names it at all. */
export const findSection = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  concept: ConceptId,
  language: Language,
): Promise<string | null> => {
  const hash = await currentVersion(db, reader, deckId)
  if (hash === null) return null
  const rows = await db.deckSection.findMany({
    where: { deckId, hash, language },
    orderBy: { position: 'asc' },
    select: { text: true },
  })
  // Written by publishing from this very type.
  const sections = rows.map((row) => JSON.parse(row.text) as BundledSection)
  const main = sections.find(({ concepts }) => concepts[0] === concept)
  return (main ?? sections.find(({ concepts }) => concepts.includes(concept)))?.id ?? null
}
