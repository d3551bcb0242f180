import 'server-only'
import type { BundledSection } from '@/lib/content/bundle'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { currentVersion } from './current-version'
import type { Reader } from './visible-decks'

/** A section of the current version; null where there is none in this language. */
export const readSection = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  sectionId: string,
  language: Language,
): Promise<BundledSection | null> => {
  const hash = await currentVersion(db, reader, deckId)
  if (hash === null) return null
  const row = await db.deckSection.findUnique({
    where: { deckId_hash_language_sectionId: { deckId, hash, language, sectionId } },
    select: { text: true },
  })
  // Written by publishing from this very type.
  return row ? (JSON.parse(row.text) as BundledSection) : null
}

export interface ListedSection {
  readonly id: string
  readonly title: string
  readonly study: number
}

/** The contents of a deck in the order of the course. */
export const listSections = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  language: Language,
): Promise<readonly ListedSection[]> => {
  const hash = await currentVersion(db, reader, deckId)
  if (hash === null) return []
  const rows = await db.deckSection.findMany({
    where: { deckId, hash, language },
    orderBy: { position: 'asc' },
    select: { sectionId: true, title: true, study: true },
  })
  return rows.map(({ sectionId, title, study }) => ({ id: sectionId, title, study }))
}
