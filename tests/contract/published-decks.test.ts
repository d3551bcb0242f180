import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type CardId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { closeCorrection, listCorrections } from '@/lib/server/services/corrections'
import { nameFigures, readFigure } from '@/lib/server/services/figures'
import { listConcepts } from '@/lib/server/services/list-concepts'
import { listDecks } from '@/lib/server/services/list-decks'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { readBundle } from '@/lib/server/services/read-bundle'
import { listSections, readSection } from '@/lib/server/services/read-section'
import { suggestCorrection } from '@/lib/server/services/suggest-correction'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { noon } from '../support/events'
import { makePeople } from '../support/people'

const now = new Date(noon)

describe.each(testedDatabases)('published decks on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  const people = makePeople(() => scratch.db, 'published-decks', now)
  const guest = async (): Promise<UserId> => (await people.guest()).id

  describe('publishing', () => {
    const bundle = async (deck: string, version: string | null = null) => {
      const found = await readBundle(scratch.db, null, asId<DeckId>(deck), 'zh', version)
      return found && { version: found.version, ...JSON.parse(found.text) }
    }

    it('hands out what was published, in each language and in the order of the course', async () => {
      const deck = compiledDeck('order', 'v1')
      expect(await publishDeck(scratch.db, deck, [], now)).toBe('published')
      expect(await bundle('order')).toEqual(deck.languages[1]?.bundle)
      const sections = await listSections(scratch.db, null, deck.id, 'en')
      expect(sections.map((section) => section.id)).toEqual(['hinge', 'softmax'])
      expect(await readSection(scratch.db, null, deck.id, 'softmax', 'zh')).toEqual(deck.languages[1]?.sections[1])
      expect(await listConcepts(scratch.db, null, deck.id, 'en')).toEqual(deck.languages[0]?.concepts)
      const listed = (await listDecks(scratch.db, null)).filter((one) => one.id === 'order')
      expect(listed).toEqual([
        {
          id: 'order',
          version: 'v1',
          title: { en: 'Losses', zh: '损失函数' },
          cards: 1,
          languages: ['en', 'zh'],
          pace: null,
        },
      ])
    })

    it('makes no version of what has not changed, and keeps every version readable', async () => {
      await publishDeck(scratch.db, compiledDeck('kept', 'v1', 'old'), [], now)
      expect(await publishDeck(scratch.db, compiledDeck('kept', 'v1', 'old'), [], now)).toBe('unchanged')
      await publishDeck(scratch.db, compiledDeck('kept', 'v2', 'new'), [], now)
      expect((await bundle('kept'))?.version).toBe('v2')
      expect((await bundle('kept', 'v1'))?.cards[0].content).toEqual({ front: 'old' })
      await publishDeck(scratch.db, compiledDeck('kept', 'v1', 'old'), [], now)
      expect((await bundle('kept'))?.version).toBe('v1')
      expect(await scratch.db.deckVersion.count({ where: { deckId: 'kept' } })).toBe(2)
    })

    it('names a figure by its content, points the texts there and hands it out', async () => {
      const data = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
      const plain = compiledDeck('pictured', 'v1')
      const languages = plain.languages.map((edition) => ({
        ...edition,
        sections: edition.sections.map((section) => ({
          ...section,
          blocks: [{ kind: 'figure' as const, src: 'figures/plot.svg', alt: 'A plot', caption: [] }],
        })),
      }))
      const named = nameFigures({ ...plain, languages }, [{ path: 'figures/plot.svg', data }])
      await publishDeck(scratch.db, named.deck, named.figures, now)
      const section = await readSection(scratch.db, null, plain.id, 'hinge', 'zh')
      const name = named.figures[0]?.name ?? ''
      expect(section?.blocks).toEqual([
        { kind: 'figure', src: `/figures/pictured/${name}`, alt: 'A plot', caption: [] },
      ])
      expect(await readFigure(scratch.db, null, plain.id, name)).toEqual(data)
      const other = nameFigures({ ...plain, languages }, [{ path: 'figures/plot.svg', data: data.slice(1) }])
      expect(other.deck.version).not.toBe(named.deck.version)
      expect((await bundle('pictured'))?.version).toBe(named.deck.version)
    })

    it('leaves nothing behind when it fails halfway', async () => {
      const deck = compiledDeck('half', 'v1')
      const [first] = deck.languages
      if (!first) throw new Error('the deck has no edition')
      // The same language twice breaks a key after the bundles' first rows are written.
      await expect(publishDeck(scratch.db, { ...deck, languages: [first, first] }, [], now)).rejects.toThrow(
        /[Uu]nique/,
      )
      expect(await scratch.db.deck.findUnique({ where: { id: 'half' } })).toBeNull()
      expect(await bundle('half')).toBeNull()
    })

    it('knows no deck, version or language that is not there', async () => {
      expect(await bundle('nowhere')).toBeNull()
      expect(await bundle('order', 'v9')).toBeNull()
      expect(await readSection(scratch.db, null, asId<DeckId>('order'), 'nowhere', 'en')).toBeNull()
    })
  })

  describe('suggested corrections', () => {
    const correction = (id: string) => ({
      id,
      cardId: asId<CardId>('corrected/hinge.def'),
      revision: 'r',
      language: 'en' as const,
      quote: 'relu(0)',
      comment: 'It is a convention.',
    })

    it('reach those who may publish, once each, and are closed by them alone', async () => {
      const userId = await guest()
      await publishDeck(scratch.db, compiledDeck('corrected', 'v1'), [], now)
      expect(await suggestCorrection(scratch.db, userId, correction('twice-sent'), now)).toEqual(ok('kept'))
      expect(await suggestCorrection(scratch.db, userId, correction('twice-sent'), now)).toEqual(ok('kept'))
      expect(await listCorrections(scratch.db, { id: userId, role: 'learner' })).toEqual(refuse('not-found'))
      const list = await listCorrections(scratch.db, { id: userId, role: 'instructor' })
      expect(list.ok && list.value.filter(({ id }) => id === 'twice-sent')).toMatchObject([
        { deckId: 'corrected', cardId: 'corrected/hinge.def', quote: 'relu(0)', state: 'open' },
      ])
      const close = (role: 'owner' | 'learner', id: string) =>
        closeCorrection(scratch.db, { id: userId, role }, id, 'declined', now)
      expect(await close('learner', 'twice-sent')).toEqual(refuse('not-found'))
      expect(await close('owner', 'no-such-one')).toEqual(refuse('not-found'))
      expect(await close('owner', 'twice-sent')).toEqual(ok('declined'))
    })

    it("refuse another person's id, a deck or card that is not there, and a flood", async () => {
      const [one, other] = [await guest(), await guest()]
      expect((await suggestCorrection(scratch.db, one, correction('owned-by-one'), now)).ok).toBe(true)
      expect(await suggestCorrection(scratch.db, other, correction('owned-by-one'), now)).toEqual(refuse('not-found'))
      const nowhere = { ...correction('to-nowhere'), cardId: asId<CardId>('nowhere/card') }
      expect(await suggestCorrection(scratch.db, one, nowhere, now)).toEqual(refuse('not-found'))
      for (const cardId of [
        'corrected/card',
        'corrected/HINGE.def',
        'corrected/%',
        'corrected/hinge_def',
        'corrected/"',
      ])
        expect(
          await suggestCorrection(scratch.db, one, { ...correction('to-no-card'), cardId: asId<CardId>(cardId) }, now),
          cardId,
        ).toEqual(refuse('not-found'))
      for (let i = 0; i < 59; i++) await suggestCorrection(scratch.db, one, correction(`flood-${i}-xx`), now)
      expect(await suggestCorrection(scratch.db, one, correction('one-too-many'), now)).toEqual(refuse('too-many'))
    })
  })
})
