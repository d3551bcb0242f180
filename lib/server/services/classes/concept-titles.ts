import 'server-only'
import type { BundledConcept } from '@/lib/content/bundle'
import type { Language } from '@/lib/core/language'
import type { Database } from '../../db/client'
import type { ClassDeck } from './class-decks'

/** The concepts that a class's decks teach, in their order, each with its title; those no card asks about are left out. */
export const conceptTitles = async (
  db: Database,
  decks: readonly ClassDeck[],
  language: Language,
): Promise<readonly { readonly deck: string; readonly concept: string; readonly title: string }[]> => {
  const found: { deck: string; concept: string; title: string }[] = []
  for (const { deck, version, cards } of decks) {
    const asked = new Set<string>(cards.flatMap(({ concepts }) => concepts.slice(0, 1)))
    const rows = await db.deckConcept.findMany({
      where: { deckId: deck, hash: version },
      orderBy: { position: 'asc' },
    })
    const own = rows.some((row) => row.language === language) ? language : rows[0]?.language
    for (const row of rows) {
      if (row.language !== own || !asked.has(row.conceptId)) continue
      const { title } = JSON.parse(row.text) as BundledConcept
      found.push({ deck, concept: row.conceptId, title })
    }
  }
  return found
}
