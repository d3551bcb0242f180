import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId, type EventId, type UserId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold, foldCard } from '@/lib/schedule/replay'
import { differenceTo } from '@/lib/server/db/compare'
import { readSchema } from '@/lib/server/db/dialects'
import { migrate } from '@/lib/server/db/migrate'
import { expire } from '@/lib/server/services/expire'
import { withinLimit } from '@/lib/server/services/limit'
import { mergeGuest } from '@/lib/server/services/merge-guest'
import { signUpNew } from '@/lib/server/services/sign-up'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import { day, randomHistory, shuffle, start } from '../lib/schedule/history'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { gradeEvent, noon, syncRequest } from '../support/events'
import { makePeople } from '../support/people'

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

  const people = makePeople(() => scratch.db, 'database', now)
  const guest = async (): Promise<UserId> => (await people.guest()).id
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
})
