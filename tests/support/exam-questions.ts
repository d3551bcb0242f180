import { cardTypeNamed, cardTypes } from '@/lib/cards/list'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { SetupZone } from '@/lib/exam/setup'
import type { Database } from '@/lib/server/db/client'
import { publishDeck } from '@/lib/server/services/publish-deck'

/** Every so many of the cards that can be asked, so that forty of them are spread over the whole course. */
const spread = 40

/** Publishes the shipped course and makes two parts of it, twenty questions drawn from forty. */
export const examQuestions = async (db: Database, now: Date): Promise<readonly SetupZone[]> => {
  const [folder = ''] = await deckFolders('content/cs231n')
  const { deck } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
  if (deck === null) throw new Error('the shipped course cannot be read')
  const compiled = compileDeck(deck)
  await publishDeck(db, compiled, [], now)
  const cards = compiled.languages[0]?.bundle.cards.filter(({ type }) => cardTypeNamed(type)?.key) ?? []
  const chosen = Array.from({ length: spread }, (_, i) => cards[Math.floor((i * cards.length) / spread)]?.id ?? '')
  return ['a', 'b'].map((id, part) => ({
    id,
    title: `Part ${id}`,
    take: spread / 4,
    points: 2,
    shuffle: true,
    lock: false,
    items: chosen.filter((_, i) => i % 2 === part).map((card) => ({ card, difficulty: 0.4 })),
  }))
}
