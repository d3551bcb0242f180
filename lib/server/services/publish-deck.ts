import 'server-only'
import type { CompiledDeck } from '@/lib/content/deck/compile-deck'
import { type Database, inTransaction } from '../db/client'
import type { NamedFigure } from './figures'

const rowsOf = (deck: CompiledDeck) => {
  const deckId = deck.id
  const hash = deck.version
  return {
    bundles: deck.languages.map(({ language, about, bundle }) => ({
      deckId,
      hash,
      language,
      title: bundle.title,
      about: JSON.stringify(about),
      text: JSON.stringify(bundle),
    })),
    sections: deck.languages.flatMap(({ language, sections }) =>
      sections.map((section, position) => ({
        deckId,
        hash,
        language,
        sectionId: section.id,
        position,
        study: section.study,
        title: section.title,
        text: JSON.stringify(section),
      })),
    ),
    concepts: deck.languages.flatMap(({ language, concepts }) =>
      concepts.map((concept, position) => ({
        deckId,
        hash,
        language,
        conceptId: concept.id,
        position,
        text: JSON.stringify(concept),
      })),
    ),
  }
}

/**
 * Publishes a deck: a new immutable version, whole or not at all. Content that has been published before only becomes the
 * current version again. Memory hangs on card ids, so every learner's progress stays.
 */
export const publishDeck = async (
  db: Database,
  deck: CompiledDeck,
  figures: readonly NamedFigure[],
  now: Date,
): Promise<'published' | 'unchanged'> => {
  const id = deck.id
  const hash = deck.version
  const current = await db.deck.findUnique({ where: { id } })
  if (current?.currentHash === hash) return 'unchanged'
  const rows = rowsOf(deck)
  return inTransaction(db, async (tx): Promise<'published'> => {
    await tx.deck.upsert({ where: { id }, create: { id, createdAt: now }, update: { id } })
    const known = await tx.deckVersion.findUnique({ where: { deckId_hash: { deckId: id, hash } } })
    if (!known) {
      for (const { name, data } of figures) {
        const figure = { deckId: id, name }
        await tx.deckFigure.upsert({ where: { deckId_name: figure }, create: { ...figure, data }, update: {} })
      }
      const cards = Math.max(0, ...deck.languages.map(({ bundle }) => bundle.cards.length))
      await tx.deckVersion.create({ data: { deckId: id, hash, publishedAt: now, cards } })
      await tx.deckBundle.createMany({ data: rows.bundles })
      await tx.deckSection.createMany({ data: rows.sections })
      await tx.deckConcept.createMany({ data: rows.concepts })
    }
    await tx.deck.update({ where: { id }, data: { currentHash: hash } })
    return 'published'
  })
}
