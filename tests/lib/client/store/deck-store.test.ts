import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/client/store/database'
import { dropOldContents, keepBundle, readContents, readDecks, wholeDeck } from '@/lib/client/store/deck-store'
import type { Bundle, ListedDeck } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { newCardState } from '@/lib/schedule/card-state'
import { gradeEvent } from '../../schedule/history'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
const open = () => openDatabase(() => undefined)

/** Cards that share and do not share what a column keeps once. */
const bundleOf = (deck: string, language: Language, version: string, count: number): Bundle => ({
  format: 1,
  deck: asId<DeckId>(deck),
  version,
  language,
  title: `${deck} in ${language}`,
  author: 'Ada',
  licence: 'CC BY 4.0',
  source: '',
  cards: Array.from({ length: count }, (_, n) => ({
    id: asId<CardId>(`${deck}/${n}`),
    revision: `r${n}`,
    type: n % 3 === 0 ? 'compute' : 'basic',
    concepts: n % 5 === 0 ? [] : [asId<ConceptId>(`c${n % 7}`), asId<ConceptId>('shared')],
    practice: n % 2 === 0,
    tags: n % 4 === 0 ? ['tag'] : [],
    heading: ['Study', `${n % 10}`],
    section: n % 6 === 0 ? null : `section-${n % 6}`,
    ...(n === 5 ? { resetAt: 1_800_000_000_000 } : {}),
    content: { word: `${version} ${language} ${n}`, ...(n === 3 ? { src: '/figures/deck/a.svg' } : {}) },
  })),
})
const listing = ({ cards, ...bundle }: Bundle): ListedDeck => ({
  ...bundle,
  cards: cards.map(({ content: _content, ...card }) => card),
})

describe('a deck on the device', () => {
  it('is listed without its contents, and whole on demand', async () => {
    const db = await open()
    const bundle = bundleOf('deck', 'en', 'v1', 50)
    await keepBundle(db, bundle)
    const [held] = await readDecks(db, 'en')
    expect(held).toEqual({ ...listing(bundle), figures: new Map([['deck/3', ['/figures/deck/a.svg']]]) })
    expect(await wholeDeck(db, bundle)).toEqual(bundle)
  })

  it('gives the contents that are asked for, in that order', async () => {
    const db = await open()
    const bundle = bundleOf('deck', 'en', 'v1', 50)
    await keepBundle(db, bundle)
    const deck = listing(bundle)
    const wanted = [40, 3, 41].flatMap((n) => deck.cards[n] ?? [])
    expect(await readContents(db, deck, wanted)).toEqual([40, 3, 41].map((n) => bundle.cards[n]))
    expect(await readContents(db, deck, wanted.slice(1, 2))).toEqual([bundle.cards[3]])
    expect(await readContents(db, { ...deck, version: 'never held' }, wanted)).toEqual([])
  })

  it('is in the wanted language, or in the other where only that is held', async () => {
    const db = await open()
    for (const [deck, language] of [
      ['a', 'en'],
      ['a', 'zh'],
      ['b', 'en'],
      ['c', 'zh'],
    ] as const)
      await keepBundle(db, bundleOf(deck, language, 'v1', 1))
    const held = async (language: Language) =>
      (await readDecks(db, language)).map((one) => `${one.deck} ${one.language}`)
    expect(await held('en')).toEqual(['a en', 'b en', 'c zh'])
    expect(await held('zh')).toEqual(['a zh', 'c zh', 'b en'])
  })

  it('keeps the contents of the version before until they are cleared, for the sittings that go through them', async () => {
    const db = await open()
    const [first, second] = [bundleOf('deck', 'en', 'v1', 20), bundleOf('deck', 'en', 'v2', 20)]
    await keepBundle(db, first)
    await keepBundle(db, second)
    expect((await readDecks(db, 'en')).map(({ version }) => version)).toEqual(['v2'])
    expect(await wholeDeck(db, first)).toEqual(first)
    await dropOldContents(db)
    expect((await wholeDeck(db, first)).cards).toEqual([])
    expect(await wholeDeck(db, second)).toEqual(second)
  })
})

describe('a store of the first version', () => {
  it('is brought over with every deck, event and state', async () => {
    const old = await openDB('gradeck', 1, {
      upgrade(db) {
        const events = db.createObjectStore('events', { keyPath: 'id' })
        events.createIndex('card', 'cardId')
        events.createIndex('at', 'at')
        db.createObjectStore('states', { keyPath: 'cardId' })
        db.createObjectStore('outbox', { keyPath: 'id' })
        db.createObjectStore('rejected', { keyPath: 'id' })
        db.createObjectStore('bundles', { keyPath: ['deck', 'language'] })
        db.createObjectStore('meta')
      },
    })
    const bundles = [bundleOf('a', 'en', 'v1', 40), bundleOf('a', 'zh', 'v1', 40), bundleOf('b', 'en', 'v7', 3)]
    for (const bundle of bundles) await old.put('bundles', bundle)
    const event = gradeEvent({})
    const state = { ...newCardState(event.cardId), reps: 4 }
    await old.put('events', event)
    await old.put('states', state)
    await old.put('outbox', { id: event.id })
    await old.put('meta', 'mine', 'device')
    old.close()

    const db = await open()
    expect([...db.objectStoreNames]).not.toContain('bundles')
    const decks = [
      ...(await readDecks(db, 'en')),
      ...(await readDecks(db, 'zh')).filter(({ language }) => language === 'zh'),
    ]
    expect(await Promise.all(decks.map((deck) => wholeDeck(db, deck)))).toEqual([bundles[0], bundles[2], bundles[1]])
    expect(await db.getAll('events')).toEqual([event])
    expect(await db.getAll('states')).toEqual([state])
    expect([await db.count('outbox'), await db.get('meta', 'device')]).toEqual([1, 'mine'])
  })
})
