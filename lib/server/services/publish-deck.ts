import 'server-only'
import type { CompiledDeck } from '@/lib/content/deck/compile-deck'
import { type Database, inTransaction, type Transaction } from '../db/client'
import { isTaken } from '../db/retry'
import type { NamedFigure } from './figures'

/** A version as the database keeps it: everything is text. */
export const versionRows = (deck: CompiledDeck) => {
  const deckId = deck.id
  const hash = deck.version
  return {
    deckId,
    hash,
    cards: Math.max(0, ...deck.languages.map(({ bundle }) => bundle.cards.length)),
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

export type VersionRows = ReturnType<typeof versionRows>

/**
 * Writes a version of a deck and makes it the current one, within a transaction of the caller's. Content that has been
 * published before only becomes the current version again. `bankId` names the bank it comes from; null for a deck of the server.
 */
export const writeVersion = async (
  tx: Transaction,
  version: VersionRows,
  figures: readonly NamedFigure[],
  bankId: string | null,
  now: Date,
): Promise<void> => {
  const { deckId: id, hash, cards, bundles, sections, concepts } = version
  await tx.deck.upsert({ where: { id }, create: { id, bankId, createdAt: now }, update: { id } })
  const known = await tx.deckVersion.findUnique({ where: { deckId_hash: { deckId: id, hash } } })
  if (!known) {
    for (const { name, data } of figures) {
      const figure = { deckId: id, name }
      await tx.deckFigure.upsert({ where: { deckId_name: figure }, create: { ...figure, data }, update: {} })
    }
    await tx.deckVersion.create({ data: { deckId: id, hash, publishedAt: now, cards } })
    await tx.deckBundle.createMany({ data: bundles })
    await tx.deckSection.createMany({ data: sections })
    await tx.deckConcept.createMany({ data: concepts })
  }
  await tx.deck.update({ where: { id }, data: { currentHash: hash } })
}

/**
 * Publishes a deck of the server: a new immutable version, whole or not at all. Memory hangs on card ids, so every learner's
 * progress stays.
 */
export const publishDeck = async (
  db: Database,
  deck: CompiledDeck,
  figures: readonly NamedFigure[],
  now: Date,
): Promise<'published' | 'unchanged'> => {
  const current = await db.deck.findUnique({ where: { id: deck.id } })
  if (current?.currentHash === deck.version) return 'unchanged'
  const write = () => inTransaction(db, (tx) => writeVersion(tx, versionRows(deck), figures, null, now))
  // Processes that start together publish together: who comes second finds the version written.
  await write().catch((error: unknown) => (isTaken(error) ? write() : Promise.reject(error)))
  return 'published'
}
