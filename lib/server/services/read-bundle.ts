import 'server-only'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { currentVersion } from './current-version'

/** A bundle as JSON text, ready to send; null where there is no such deck, version or language. */
export const readBundle = async (
  db: Database,
  deckId: DeckId,
  language: Language,
  /** The current version when null. */
  version: string | null,
): Promise<{ readonly version: string; readonly text: string } | null> => {
  const hash = version ?? (await currentVersion(db, deckId))
  if (hash === null) return null
  const row = await db.deckBundle.findUnique({ where: { deckId_hash_language: { deckId, hash, language } } })
  return row ? { version: hash, text: row.text } : null
}
