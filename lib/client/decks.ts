import type { Bundle, BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import { list as decodeList, object, text } from '@/lib/core/decode'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages } from '@/lib/core/language'
import { decodePace, type Pace } from '@/lib/schedule/class-pace'
import { type DeckListing, decodeBundle, decodeDeckList } from './decode-bundle'
import { type Fetch, fetchJson } from './fetch-json'
import { type StorageProblem, storageProblem } from './storage-problem'
import type { LearnerDatabase } from './store/database'
import type { HeldDeck } from './store/deck-record'
import { deckKeys, dropDeck, dropOldContents, keepBundle, readContents, readDecks, wholeDeck } from './store/deck-store'

/** The decks on this device. A sitting keeps the version it began with; the next one finds what was fetched meanwhile. */
export interface Decks {
  /** What is on the device: each deck in the wanted language, or in the other where only that is held. */
  readonly held: (language: Language) => Promise<readonly HeldDeck[]>
  /**
   * As `held`, fetching only when there is nothing; says why when there still is nothing.
   * @throws what the browser throws when it does not keep what was fetched.
   */
  readonly open: (language: Language) => Promise<readonly HeldDeck[] | 'offline' | 'server'>
  /** Listed cards of a deck with their contents; those are left out whose content is no longer here. */
  readonly cards: (deck: ListedDeck, cards: readonly ListedCard[]) => Promise<readonly BundledCard[]>
  /** A held deck with every content, which takes its time for a large one. */
  readonly whole: (deck: ListedDeck) => Promise<Bundle>
  /** How fast the learner's classes learn their decks, as last heard. */
  readonly paces: () => Promise<ReadonlyMap<DeckId, Pace>>
  /** Fetches new versions, the wanted language first, so that switching works without a network later. */
  readonly refresh: (language: Language) => Promise<'fresh' | 'offline' | 'server' | StorageProblem>
}

const pacesKey = 'paces'
const decodePaces = decodeList(
  object<{ readonly deck: string; readonly pace: Pace }>({ deck: text(300), pace: decodePace }),
  1000,
)

export const makeDecks = (db: LearnerDatabase, fetch: Fetch): Decks => {
  const held = (language: Language) => readDecks(db, language)

  const fetchBundle = async (deck: DeckListing, language: Language): Promise<'fresh' | 'offline' | 'server'> => {
    const query = new URLSearchParams({ version: deck.version, language })
    const path = `/api/decks/${encodeURIComponent(deck.id)}/bundle?${query}`
    const fetched = await fetchJson(fetch, path, decodeBundle)
    if (!fetched.ok) return fetched.error.reason === 'offline' ? 'offline' : 'server'
    await keepBundle(db, fetched.value)
    return 'fresh'
  }

  const fetchAll = async (decks: readonly DeckListing[], language: Language) => {
    const known = new Map(
      (await deckKeys(db)).flatMap(([of, deck, version]) => (of === language ? [[deck, version]] : [])),
    )
    let worst: 'fresh' | 'offline' | 'server' = 'fresh'
    for (const deck of decks) {
      if (!deck.languages.includes(language) || known.get(deck.id) === deck.version) continue
      const outcome = await fetchBundle(deck, language)
      if (outcome !== 'fresh') worst = outcome
    }
    return worst
  }

  /** What was deleted, retired or closed to this person is no longer asked; its history stays. */
  const dropGone = async (decks: readonly DeckListing[]) => {
    const there = new Set<string>(decks.map(({ id }) => id))
    for (const key of await deckKeys(db)) if (!there.has(key[1])) await dropDeck(db, key)
  }

  const list = async () => {
    const fetched = await fetchJson(fetch, '/api/decks', decodeDeckList)
    if (fetched.ok) return fetched.value
    return fetched.error.reason === 'offline' ? 'offline' : 'server'
  }

  const keepPaces = async (decks: readonly DeckListing[]) => {
    await db.put(
      'meta',
      decks.flatMap(({ id, pace }) => (pace === null ? [] : [{ deck: id, pace }])),
      pacesKey,
    )
  }

  const others = (language: Language) => languages.filter((other) => other !== language)

  return {
    held,
    paces: async () => {
      const read = decodePaces(await db.get('meta', pacesKey))
      return new Map(read.ok ? read.value.map(({ deck, pace }) => [asId<DeckId>(deck), pace]) : [])
    },
    open: async (language) => {
      const known = await held(language)
      if (known.length > 0) return known
      const decks = await list()
      if (typeof decks === 'string') return decks
      const outcome = await fetchAll(decks.decks, language)
      const now = await held(language)
      if (now.length === 0 && outcome === 'fresh')
        for (const other of others(language)) await fetchAll(decks.decks, other)
      const found = now.length > 0 ? now : await held(language)
      return found.length > 0 ? found : outcome === 'offline' ? 'offline' : 'server'
    },
    cards: (deck, cards) => readContents(db, deck, cards),
    whole: (deck) => wholeDeck(db, deck),
    refresh: async (language) => {
      const decks = await list()
      if (typeof decks === 'string') return decks
      try {
        await dropOldContents(db)
        const outcomes = [await fetchAll(decks.decks, language)]
        for (const other of others(language)) outcomes.push(await fetchAll(decks.decks, other))
        // A stranger's list says nothing of classes: what was heard last still holds.
        if (decks.whole) await Promise.all([dropGone(decks.decks), keepPaces(decks.decks)])
        return outcomes.find((outcome) => outcome !== 'fresh') ?? 'fresh'
      } catch (error) {
        return storageProblem(error)
      }
    },
  }
}
