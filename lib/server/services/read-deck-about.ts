import 'server-only'
import type { BundledAbout } from '@/lib/content/bundle'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { currentVersion } from './current-version'
import type { Reader } from './visible-decks'

export interface DeckAbout extends BundledAbout {
  readonly title: string
}

const unsaid: BundledAbout = { author: '', licence: '', source: '', studies: [] }

/** Whose deck it is, under which licence, and how its studies are called; null where it is not published in this language. */
export const readDeckAbout = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  language: Language,
): Promise<DeckAbout | null> => {
  const hash = await currentVersion(db, reader, deckId)
  if (hash === null) return null
  const row = await db.deckBundle.findUnique({
    where: { deckId_hash_language: { deckId, hash, language } },
    select: { title: true, about: true },
  })
  if (row === null) return null
  // Written by publishing from this very type.
  return { title: row.title, ...(row.about === '' ? unsaid : (JSON.parse(row.about) as BundledAbout)) }
}
