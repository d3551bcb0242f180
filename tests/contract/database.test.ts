import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type CardId, type DeckId, type EventId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { makeRng } from '@/lib/core/rng'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold, foldCard } from '@/lib/schedule/replay'
import { differenceTo } from '@/lib/server/db/compare'
import { readSchema } from '@/lib/server/db/dialects'
import { migrate } from '@/lib/server/db/migrate'
import { closeCorrection, listCorrections } from '@/lib/server/services/corrections'
import { expire } from '@/lib/server/services/expire'
import { nameFigures, readFigure } from '@/lib/server/services/figures'
import { withinLimit } from '@/lib/server/services/limit'
import { listConcepts } from '@/lib/server/services/list-concepts'
import { listDecks } from '@/lib/server/services/list-decks'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { readBundle } from '@/lib/server/services/read-bundle'
import { listSections, readSection } from '@/lib/server/services/read-section'
import { signUpNew } from '@/lib/server/services/sign-up'
import { startGuest } from '@/lib/server/services/start-guest'
import { suggestCorrection } from '@/lib/server/services/suggest-correction'
import { sync } from '@/lib/server/services/sync'
import { day, randomHistory, shuffle, start } from '../lib/schedule/history'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { compiledDeck } from '../support/decks'
import { gradeEvent, noon, syncRequest } from '../support/events'

const now = new Date(noon)
const hour = 3_600_000
/** After every event of a random history, so that no clock looks wrong. */
const later = start + 3000 * day

/** The same event in a history of this person's own. */
const inSpace = (event: ReviewEvent, userId: UserId): ReviewEvent => {
  const own = (id: EventId) => asId<EventId>(`${userId}-${id}`)
  return event.kind === 'undo'
    ? { ...event, id: own(event.id), target: own(event.target) }
    : { ...event, id: own(event.id) }
}

describe.each(testedDatabases)('the database on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(() => scratch.discard())

  let people = 0
  const guest = async (): Promise<UserId> => {
    const made = await startGuest(scratch.db, `address-${people++}`, now)
    if (!made.ok) throw new Error('the first guest of an address was refused')
    return made.value
  }
  const eventsOf = (userId: UserId) =>
    scratch.db.reviewEvent.findMany({ where: { userId }, orderBy: { sequence: 'asc' } })

  describe('migrations', () => {
    it('lead exactly to the models', async () => {
      expect(await differenceTo(scratch.place, readSchema(scratch.place.dialect))).toBe('')
    })

    it('are applied once', async () => {
      expect(await migrate(scratch.place)).toEqual([])
    })
  })

  describe('sync', () => {
    it('returns an event as it was sent', async () => {
      const userId = await guest()
      const event = gradeEvent({ id: 'as-sent' })
      const response = await sync(scratch.db, userId, syncRequest([event]), now)
      expect(response).toMatchObject({ accepted: ['as-sent'], rejected: [], cursor: 1, more: false })
      expect(response.events).toEqual([event])
    })

    it('spares a device that wants no echo what it has just said, and tells it what was changed in that', async () => {
      const userId = await guest()
      const ahead = gradeEvent({ id: 'echo-ahead', at: now.getTime() + 7_200_000 })
      const offer = syncRequest([gradeEvent({ id: 'echo-plain' }), ahead], { sentAt: ahead.at, echo: false })
      const response = await sync(scratch.db, userId, offer, now)
      expect(response).toMatchObject({ accepted: ['echo-plain', 'echo-ahead'], cursor: 2, more: false })
      expect(response.events.map(({ id, at }) => [id, at])).toEqual([['echo-ahead', now.getTime()]])
    })

    it('numbers what is new in an offer that was partly known', async () => {
      const userId = await guest()
      const [a, b, c] = ['part-a', 'part-b', 'part-c'].map((id) => gradeEvent({ id }))
      if (!a || !b || !c) throw new Error('three events')
      await sync(scratch.db, userId, syncRequest([b]), now)
      const response = await sync(scratch.db, userId, syncRequest([a, b, c]), now)
      expect(response).toMatchObject({ accepted: ['part-a', 'part-b', 'part-c'], cursor: 3 })
      expect(response.events.map(({ id }) => id)).toEqual(['part-b', 'part-a', 'part-c'])
      expect((await eventsOf(userId)).map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3])
    })

    it('accepts the same offer again and adds nothing', async () => {
      const userId = await guest()
      const request = syncRequest([gradeEvent({ id: 'twice' }), gradeEvent({ id: 'twice' })])
      await sync(scratch.db, userId, request, now)
      const again = await sync(scratch.db, userId, request, now)
      expect(again.accepted).toEqual(['twice'])
      expect(await eventsOf(userId)).toHaveLength(1)
    })

    it('returns only what follows the cursor of this person and this database', async () => {
      const userId = await guest()
      const { epoch } = await sync(
        scratch.db,
        userId,
        syncRequest([gradeEvent({ id: 'c1' }), gradeEvent({ id: 'c2' })]),
        now,
      )
      const after = await sync(scratch.db, userId, syncRequest([], { epoch, cursor: 1 }), now)
      expect(after.events.map((event) => event.id)).toEqual(['c2'])
      const other = await sync(scratch.db, userId, syncRequest([], { epoch: 'before-a-restore', cursor: 2 }), now)
      expect(other.events.map((event) => event.id)).toEqual(['c1', 'c2'])
      expect(other.epoch).toBe(epoch)
    })

    it('answers a sender who says no more than a cursor and events', async () => {
      const userId = await guest()
      const plain = { deviceId: null, epoch: null, sentAt: null, echo: true }
      const first = await sync(
        scratch.db,
        userId,
        { ...plain, cursor: 0, events: [gradeEvent({ id: 'plain-1' }), gradeEvent({ id: 'plain-2' })] },
        now,
      )
      expect(first).toMatchObject({ accepted: ['plain-1', 'plain-2'], rejected: [], cursor: 2 })
      const second = await sync(scratch.db, userId, { ...plain, cursor: 1, events: [] }, now)
      expect(second.events.map((event) => event.id)).toEqual(['plain-2'])
      expect(await scratch.db.device.count({ where: { userId } })).toBe(0)
    })

    it('rejects an event whose id belongs to somebody else, and shows nothing of it', async () => {
      const [first, second] = [await guest(), await guest()]
      await sync(scratch.db, first, syncRequest([gradeEvent({ id: 'mine' })]), now)
      const response = await sync(
        scratch.db,
        second,
        syncRequest([gradeEvent({ id: 'mine', grade: 'again' }), gradeEvent({ id: 'yours' })]),
        now,
      )
      expect(response.accepted).toEqual(['yours'])
      expect(response.rejected).toEqual([{ id: 'mine', reason: 'This review belongs to another account.' }])
      expect(response.events.map((event) => event.id)).toEqual(['yours'])
      expect(JSON.parse((await eventsOf(first))[0]?.detail ?? '')).toMatchObject({ grade: 'good' })
    })

    it('pages through more than 500 events without losing one', async () => {
      const userId = await guest()
      const all = Array.from({ length: 700 }, (_, index) =>
        gradeEvent({ id: `page-${String(index).padStart(3, '0')}`, cardId: `deck/${index % 40}`, at: noon + index }),
      )
      for (let from = 0; from < all.length; from += 200) {
        await sync(scratch.db, userId, syncRequest(all.slice(from, from + 200), { cursor: 1e6 }), now)
      }
      const first = await sync(scratch.db, userId, syncRequest([]), now)
      const second = await sync(scratch.db, userId, syncRequest([], { epoch: first.epoch, cursor: first.cursor }), now)
      expect([first.more, second.more]).toEqual([true, false])
      expect([...first.events, ...second.events].map((event) => event.id)).toEqual(all.map((event) => event.id))
    })

    it('numbers events without gaps when many devices write at once', async () => {
      const userId = await guest()
      const offers = Array.from({ length: 12 }, (_, device) =>
        sync(
          scratch.db,
          userId,
          syncRequest(
            Array.from({ length: 5 }, (_, n) => gradeEvent({ id: `many-${device}-${n}`, cardId: `deck/${n}` })),
          ),
          now,
        ),
      )
      await Promise.all(offers)
      expect((await eventsOf(userId)).map((row) => row.sequence)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    })

    it('corrects a clock that runs ahead, keeps what it said, and tells every device the same', async () => {
      const userId = await guest()
      const ahead = 3 * hour
      const offer = syncRequest([gradeEvent({ id: 'ahead', at: noon + ahead - 1000 })], { sentAt: noon + ahead })
      const [told] = (await sync(scratch.db, userId, offer, now)).events
      expect(told?.at).toBe(noon - 1000)
      const [row] = await eventsOf(userId)
      expect(Number(row?.originalAt)).toBe(noon + ahead - 1000)
      const [elsewhere] = (await sync(scratch.db, userId, syncRequest([], { cursor: 0 }), now)).events
      expect(elsewhere).toEqual(told)
    })

    it('keeps the state of each touched card as the fold of its events, also when a late one arrives', async () => {
      const userId = await guest()
      const late = gradeEvent({ id: 'late', at: noon - 5 * 24 * hour, grade: 'easy' })
      const early = gradeEvent({ id: 'early', at: noon })
      await sync(scratch.db, userId, syncRequest([early]), now)
      await sync(scratch.db, userId, syncRequest([late]), now)
      const row = await scratch.db.cardState.findUnique({ where: { userId_cardId: { userId, cardId: early.cardId } } })
      expect(JSON.parse(row?.state ?? '')).toEqual(foldCard(early.cardId, [late, early]))
      expect(row?.stability).toBeGreaterThan(0)
      expect(row?.deckId).toBe('deck')
    })

    it('folds a random history, offered in any order and in any parts, as a replay would', async () => {
      for (let seed = 0; seed < 12; seed++) {
        const userId = await guest()
        const history = shuffle(randomHistory(seed), `database ${seed}`).map((event) => inSpace(event, userId))
        const rng = makeRng('parts', seed)
        for (let from = 0; from < history.length; ) {
          const to = from + rng.integer(1, 6)
          await sync(scratch.db, userId, syncRequest(history.slice(from, to), { sentAt: later }), new Date(later))
          from = to
        }
        const rows = await scratch.db.cardState.findMany({ where: { userId }, orderBy: { cardId: 'asc' } })
        const truth = [...fold(history)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state)
        expect(
          rows.map((row) => JSON.parse(row.state)),
          `seed ${seed}`,
        ).toEqual(truth)
      }
    })
  })

  describe('a guest who signs in to an account', () => {
    it('brings every review, numbered after the account’s own, and is no more', async () => {
      const [visitor, member] = [await guest(), await guest()]
      await scratch.db.user.update({ where: { id: member }, data: { kind: 'member', email: `${member}@example.org` } })
      const before = gradeEvent({ id: 'm1', cardId: 'deck/shared', at: noon })
      const brought = gradeEvent({ id: 'g1', cardId: 'deck/shared', at: noon + 26 * hour })
      const { cursor, epoch } = await sync(scratch.db, member, syncRequest([before]), now)
      await sync(
        scratch.db,
        visitor,
        syncRequest([brought, gradeEvent({ id: 'g2', cardId: 'deck/own' })]),
        new Date(noon + 26 * hour),
      )

      expect(await mergeGuest(scratch.db, visitor, member, now)).toBe(2)

      const news = await sync(scratch.db, member, syncRequest([], { epoch, cursor }), now)
      expect(news.events.map((event) => event.id)).toEqual(['g1', 'g2'])
      const state = await scratch.db.cardState.findUnique({
        where: { userId_cardId: { userId: member, cardId: 'deck/shared' } },
      })
      expect(JSON.parse(state?.state ?? '')).toEqual(foldCard(before.cardId, [before, brought]))
      expect(await scratch.db.user.findUnique({ where: { id: visitor } })).toBeNull()
      expect(await mergeGuest(scratch.db, visitor, member, now)).toBe(0)
    })

    it('never merges a member into anybody', async () => {
      const [one, other] = [await guest(), await guest()]
      await scratch.db.user.update({ where: { id: one }, data: { kind: 'member', email: `${one}@example.org` } })
      expect(await mergeGuest(scratch.db, one, other, now)).toBe(0)
      expect(await scratch.db.user.findUnique({ where: { id: one } })).not.toBeNull()
    })
  })

  it('gives an address to one of many who sign up with it at once', async () => {
    const form = { email: 'same@example.org', password: 'correct horse', name: '', code: '' }
    const tries = await Promise.all(Array.from({ length: 4 }, () => signUpNew(scratch.db, form, now)))
    expect(tries.filter((made) => made.ok)).toHaveLength(1)
    expect(tries.flatMap((made) => (made.ok ? [] : [made.error]))).toEqual(['taken', 'taken', 'taken'])
  })

  describe('limits', () => {
    it('count every try, also of many at once, and begin anew with the next window', async () => {
      const limit = { key: 'try', most: 5, windowMs: hour }
      const tries = await Promise.all(Array.from({ length: 8 }, () => withinLimit(scratch.db, limit, now)))
      expect(tries.filter(Boolean)).toHaveLength(5)
      expect(await withinLimit(scratch.db, limit, new Date(noon + hour))).toBe(true)
    })

    it('let 300 guests an hour start from one address', async () => {
      await scratch.db.rateLimit.create({
        data: { key: 'guest:class', window: now, count: 299, expiresAt: new Date(noon + hour) },
      })
      expect(await startGuest(scratch.db, 'class', now)).toMatchObject({ ok: true })
      expect(await startGuest(scratch.db, 'class', now)).toEqual({ ok: false, error: 'too-many' })
    })
  })

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

  it('removes a guest idle for 180 days with all reviews, and never a member', async () => {
    const [idle, recent, member] = [await guest(), await guest(), await guest()]
    const longAgo = new Date(noon - 181 * 24 * hour)
    await sync(scratch.db, idle, syncRequest([gradeEvent({ id: 'idle' })]), now)
    await scratch.db.user.updateMany({ where: { id: { in: [idle, member] } }, data: { lastSeenAt: longAgo } })
    await scratch.db.user.update({ where: { id: member }, data: { kind: 'member', email: 'idle@example.org' } })
    expect(await expire(scratch.db, now)).toBe(1)
    const left = await scratch.db.user.findMany({ where: { id: { in: [idle, recent, member] } }, select: { id: true } })
    expect(left.map((user) => user.id).sort()).toEqual([recent, member].sort())
    expect(await eventsOf(idle)).toEqual([])
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
