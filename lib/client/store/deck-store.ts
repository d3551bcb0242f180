import type { Bundle, BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { LearnerDatabase, LearnerSchema } from './database'
import { fromRecord, type HeldDeck, partOf, toParts, toRecord } from './deck-record'

export type DeckKey = LearnerSchema['decks']['key']

/** Every deck on the device, in each language it is held in. */
export const deckKeys = (db: LearnerDatabase): Promise<readonly DeckKey[]> => db.getAllKeys('decks')

/** Each deck in the wanted language, or in the other where only that is held. */
export const readDecks = async (db: LearnerDatabase, language: Language): Promise<readonly HeldDeck[]> => {
  const tx = db.transaction('decks')
  const [keys, records] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll(all(language))])
  const wanted = new Set<string>(records.map(({ deck }) => deck))
  const others = keys.filter(([of, deck]) => of !== language && !wanted.has(deck))
  const rest = await Promise.all(others.map((key) => tx.store.get(key)))
  await tx.done
  return [...records, ...rest.filter((record) => record !== undefined)].map(fromRecord)
}

/** A language's own keys: an array is greater than any text. */
const all = (language: Language) => IDBKeyRange.bound([language], [language, []])

/** Puts a version in place of the one before, whose contents stay for the sittings that go through them. */
export const keepBundle = async (db: LearnerDatabase, bundle: Bundle): Promise<void> => {
  const tx = db.transaction(['decks', 'contents'], 'readwrite')
  const { deck, language } = bundle
  await Promise.all([
    tx.objectStore('decks').delete(IDBKeyRange.bound([language, deck], [language, deck, []])),
    tx.objectStore('decks').put(toRecord(bundle)),
    ...toParts(bundle).map((part) => tx.objectStore('contents').put(part)),
    tx.done,
  ])
}

/** The contents stay as well, for the sittings that go through them. */
export const dropDeck = (db: LearnerDatabase, key: DeckKey): Promise<void> => db.delete('decks', key)

/** Removes the contents of versions that are not held any more. */
export const dropOldContents = async (db: LearnerDatabase): Promise<void> => {
  const tx = db.transaction(['decks', 'contents'], 'readwrite')
  const [held, parts] = await Promise.all([
    tx.objectStore('decks').getAllKeys(),
    tx.objectStore('contents').getAllKeys(),
  ])
  const known = new Set(held.map((key) => JSON.stringify(key)))
  const gone = parts.filter(([language, deck, version]) => !known.has(JSON.stringify([language, deck, version])))
  await Promise.all(gone.map((key) => tx.objectStore('contents').delete(key)))
  await tx.done
}

/** Where the content of a card lies: contents are kept of every card of a version, listed or kept back. */
const placesIn = (
  { cards, places }: Pick<ListedDeck, 'cards' | 'places'>,
  wanted: readonly ListedCard[],
): ((id: CardId) => number) => {
  if (wanted.length === 1) return (id) => places?.indexOf(id) ?? cards.findIndex((card) => card.id === id)
  const all = new Map((places ?? cards.map(({ id }) => id)).map((id, place) => [id, place]))
  return (id) => all.get(id) ?? -1
}

/** Listed cards of a deck with their contents, in the order given; those are left out whose content is no longer here. */
export const readContents = async (
  db: LearnerDatabase,
  { deck, language, version, ...listed }: ListedDeck,
  wanted: readonly ListedCard[],
): Promise<readonly BundledCard[]> => {
  const placeOf = placesIn(listed, wanted)
  const spots = wanted.map((card) => ({ card, spot: partOf(placeOf(card.id)) }))
  const tx = db.transaction('contents')
  const parts = new Map(
    await Promise.all(
      [...new Set(spots.map(({ spot: [part] }) => part))].map(
        async (part) => [part, await tx.store.get([language, deck, version, part])] as const,
      ),
    ),
  )
  await tx.done
  return spots.flatMap(({ card, spot: [part, place] }) => {
    const content = parts.get(part)?.contents[place]
    return content === undefined ? [] : [{ ...card, content }]
  })
}

export const wholeDeck = async (db: LearnerDatabase, listed: ListedDeck): Promise<Bundle> => {
  const { format, deck: id, version, language, title, author, licence, source, cards } = listed
  const key = [language, id, version] as const
  const parts = await db.getAll('contents', IDBKeyRange.bound([...key], [...key, []]))
  const contents = parts.flatMap((part) => part.contents)
  const placeOf = placesIn(listed, cards)
  const whole = cards.flatMap((card): readonly BundledCard[] => {
    const content = contents[placeOf(card.id)]
    return content === undefined ? [] : [{ ...card, content }]
  })
  return { format, deck: id, version, language, title, author, licence, source, cards: whole }
}
