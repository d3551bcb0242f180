import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Decks } from '@/lib/client/decks'
import { makeWithheld } from '@/lib/client/exam/withheld'
import { withheldDecks } from '@/lib/client/exam/withheld-decks'
import { deleteDatabase, type LearnerDatabase, openDatabase } from '@/lib/client/store/database'
import { keepBundle, readContents, readDecks, wholeDeck } from '@/lib/client/store/deck-store'
import type { Bundle, BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'

const card = (id: string, concept: string, practice: boolean): ListedCard => ({
  id: asId<CardId>(`losses/${id}`),
  revision: 'r',
  type: practice ? 'compute' : 'basic',
  concepts: [asId<ConceptId>(concept)],
  practice,
  tags: [],
  heading: [],
  section: null,
})
const deck: ListedDeck = {
  format: 1,
  deck: asId<DeckId>('losses'),
  version: 'v1',
  language: 'en',
  title: 'Losses',
  author: '',
  licence: '',
  source: '',
  cards: [card('a', 'hinge', true), card('b', 'hinge', false), card('c', 'softmax', true)],
}

describe('concepts of an open exam', () => {
  let db: LearnerDatabase | null = null
  let told = 0
  afterEach(async () => {
    db?.close()
    await deleteDatabase()
  })
  const open = async (answer: unknown, now: () => number) => {
    db = await openDatabase(() => {})
    const fetch = async () => {
      if (answer === null) throw new TypeError('no network')
      return Response.json(answer)
    }
    return makeWithheld(db, fetch, now, () => told++)
  }
  const idsOf = async (withheld: Awaited<ReturnType<typeof open>>) =>
    (await withheld.from([deck])).flatMap(({ cards }) => cards.map(({ id }) => id))

  it('keep their computed cards out of a sitting until the exam is over', async () => {
    let now = 10
    const withheld = await open({ concepts: ['losses/hinge'], until: 100 }, () => now)
    expect(await idsOf(withheld)).toEqual(['losses/a', 'losses/b', 'losses/c'])
    await withheld.refresh()
    expect(await idsOf(withheld)).toEqual(['losses/b', 'losses/c'])
    now = 100
    expect(await idsOf(withheld)).toEqual(['losses/a', 'losses/b', 'losses/c'])
  })

  it('are told to every tab once they are others, and only then', async () => {
    told = 0
    const withheld = await open({ concepts: ['losses/hinge'], until: 100 }, () => 10)
    const before = await withheld.mark()
    await withheld.refresh()
    await withheld.refresh()
    expect(told).toBe(1)
    expect(await withheld.mark()).not.toBe(before)
  })

  it('give out no card that a sitting had listed before the exam began', async () => {
    const withheld = await open({ concepts: ['losses/hinge'], until: 100 }, () => 10)
    const asked: string[] = []
    const decks = withheldDecks(
      {
        held: async () => [deck],
        open: async () => [deck],
        whole: async () => deck,
        cards: async (_: ListedDeck, cards: readonly ListedCard[]) => {
          asked.push(...cards.map(({ id }) => id))
          return []
        },
      } as unknown as Decks,
      withheld,
    )
    await decks.cards(deck, deck.cards)
    await withheld.refresh()
    await decks.cards(deck, deck.cards)
    expect(asked).toEqual(['losses/a', 'losses/b', 'losses/c', 'losses/b', 'losses/c'])
    const ids = async (of: Promise<unknown>) => {
      const [only] = (await of) as readonly ListedDeck[]
      return only?.cards.map(({ id }) => id)
    }
    for (const of of [decks.held('en'), decks.open('en'), Promise.all([decks.whole(deck)])])
      expect(await ids(of)).toEqual(['losses/b', 'losses/c'])
  })

  it('leave every other card its own content', async () => {
    const withheld = await open({ concepts: ['losses/hinge'], until: 100 }, () => 10)
    await withheld.refresh()
    if (db === null) throw new Error('no database')
    const bundle: Bundle = { ...deck, cards: deck.cards.map((one) => ({ ...one, content: { word: one.id } })) }
    await keepBundle(db, bundle)
    const [left] = await withheld.from(await readDecks(db, 'en'))
    if (left === undefined) throw new Error('no deck')
    const words = (cards: readonly BundledCard[]) => cards.map(({ content }) => content)
    const own = [{ word: 'losses/b' }, { word: 'losses/c' }]
    expect(words(await readContents(db, left, left.cards))).toEqual(own)
    expect(words(await readContents(db, left, left.cards.slice(1)))).toEqual(own.slice(1))
    expect(words((await wholeDeck(db, left)).cards)).toEqual(own)
  })

  it('stay withheld without a network, and come back once the server says so', async () => {
    const first = await open({ concepts: ['losses/hinge'], until: 100 }, () => 10)
    await first.refresh()
    db?.close()
    const offline = await open(null, () => 10)
    await offline.refresh()
    expect(await idsOf(offline)).toEqual(['losses/b', 'losses/c'])
    db?.close()
    const over = await open({ concepts: [], until: null }, () => 10)
    await over.refresh()
    expect(await idsOf(over)).toHaveLength(3)
  })
})
