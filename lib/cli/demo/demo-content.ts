import { join } from 'node:path'
import type { Compiled } from '@/lib/cards/compute/compiled'
import { cardTypes } from '@/lib/cards/list'
import type { SimulatedCard } from '@/lib/classes/simulate/learner'
import type { BundledCard } from '@/lib/content/bundle'
import { type CompiledDeck, compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import type { Database } from '@/lib/server/db/client'
import { nameFigures } from '@/lib/server/services/figures'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { writeMark } from '@/lib/server/services/publish-mark'
import { readDeckFolder, readFigures } from '../deck-folder'
import { markOf } from '../publish-folder'

/** Publishes a shipped deck. Its questions have passed the gate before they were shipped, so they are not tried again. */
export const publishShipped = async (db: Database, folder: string, now: Date): Promise<CompiledDeck> => {
  const files = readDeckFolder(folder)
  const figures = readFigures(folder)
  const reading = readDeck(files, cardTypes)
  const [fault] = reading.diagnostics.filter(isError)
  if (fault !== undefined || reading.deck === null)
    throw new Error(
      fault === undefined
        ? `There is no deck in ${folder}.`
        : formatDiagnostic({ ...fault, file: join(folder, fault.file ?? '') }),
    )
  const named = nameFigures(compileDeck(reading.deck), figures)
  await publishDeck(db, named.deck, named.figures, now)
  await writeMark(db, named.deck.id, markOf(files, figures))
  return named.deck
}

const compiledOf = (card: BundledCard): Compiled | null =>
  card.type === 'compute' ? ((card.content as { readonly body: unknown }).body as Compiled) : null

/** The cards of a deck as simulated learners meet them, in deck order. */
export const simulatedCards = (deck: CompiledDeck): readonly SimulatedCard[] =>
  (deck.languages[0]?.bundle.cards ?? []).map((card) => {
    const compiled = compiledOf(card)
    return {
      id: card.id,
      revision: card.revision,
      // Written as they are kept, so that a variant of a simulated answer is known as the same one of a real answer.
      variants: compiled?.variants.map(({ given }) => JSON.parse(JSON.stringify(given))) ?? [],
      mistakes: compiled?.mistakes.map(({ name }) => name) ?? [],
    }
  })
