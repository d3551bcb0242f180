import 'server-only'
import type { BundledConcept } from '@/lib/content/bundle'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { currentVersion } from './current-version'
import type { Reader } from './visible-decks'

/** What a deck teaches, prerequisites first. */
export const listConcepts = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  language: Language,
): Promise<readonly BundledConcept[]> => {
  const hash = await currentVersion(db, reader, deckId)
  if (hash === null) return []
  const rows = await db.deckConcept.findMany({ where: { deckId, hash, language }, orderBy: { position: 'asc' } })
  // Written by publishing from this very type.
  return rows.map((row) => JSON.parse(row.text) as BundledConcept)
}
