import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/client/store/database'
import { makeReviewStore } from '@/lib/client/store/review-store'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import type { ReviewStore } from '@/lib/sync/store'
import { day, gradeEvent, hour, randomHistory, shuffle, start } from '../lib/schedule/history'
import { makeMemoryReviewStore } from '../support/memory-review-store'

const stores: readonly { readonly name: string; readonly make: () => Promise<ReviewStore> }[] = [
  { name: 'memory', make: async () => makeMemoryReviewStore() },
  { name: 'IndexedDB', make: async () => makeReviewStore(await openDatabase(() => undefined)) },
]

const id = (text: string) => asId<EventId>(text)
const card = asId<CardId>('deck/card')
const sorted = (states: Iterable<readonly [CardId, unknown]>) => [...states].sort(([a], [b]) => (a < b ? -1 : 1))

describe.each(stores)('the review store in $name', ({ make }) => {
  let store: ReviewStore
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory()
    store = await make()
  })

  it('starts empty', async () => {
    expect(await store.position()).toEqual({ epoch: null, cursor: 0 })
    expect([await store.waiting(), (await store.states()).size, (await store.outbox(10)).length]).toEqual([0, 0, 0])
  })

  it('keeps an event once, however often it comes', async () => {
    const first = await store.append([gradeEvent({ id: id('a') })])
    const second = await store.append([gradeEvent({ id: id('a'), grade: 'again' }), gradeEvent({ id: id('a') })])
    expect(
      first.map((state) => state.reps),
      'the state that changed',
    ).toEqual([1])
    expect(second, 'nothing changed').toEqual([])
    expect((await store.history(card)).map((event) => event.id)).toEqual(['a'])
    expect(await store.waiting()).toBe(1)
  })

  it('holds the fold of its events after every arrival, for 40 histories in any order', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const history = randomHistory(seed)
      for (const event of shuffle(history, `store ${seed}`)) {
        await store.append([{ ...event, cardId: asId<CardId>(`${seed}/${event.cardId}`) }])
      }
    }
    const events = await store.between(0, Number.MAX_SAFE_INTEGER)
    expect(sorted(await store.states())).toEqual(sorted(fold(events)))
  })

  it('offers what is not acknowledged, oldest first, until it is', async () => {
    await store.append(['c', 'a', 'b'].map((name, i) => gradeEvent({ id: id(name), at: start + i })))
    expect((await store.outbox(2)).map((event) => event.id)).toEqual(['a', 'b'])
    const position = { epoch: 'e', cursor: 5 }
    await store.receive({ kind: 'received', accepted: [id('a')], rejected: [], events: [], position })
    expect((await store.outbox(10)).map((event) => event.id)).toEqual(['b', 'c'])
    expect(await store.position()).toEqual(position)
  })

  it("adopts the server's time for its own events and refolds their cards", async () => {
    await store.append([
      gradeEvent({ id: id('a'), grade: 'easy', at: start + 3 * day }),
      gradeEvent({ id: id('b'), at: start + 8 * day }),
    ])
    const corrected = gradeEvent({ id: id('a'), grade: 'easy', at: start })
    const changed = await store.receive({
      kind: 'received',
      accepted: [],
      rejected: [],
      events: [corrected],
      position: { epoch: 'e', cursor: 1 },
    })
    const expected = fold([corrected, gradeEvent({ id: id('b'), at: start + 8 * day })]).get(card)
    expect(changed).toEqual([expected])
    expect(
      (await store.outbox(10)).map((event) => event.id),
      'an echoed event is acknowledged',
    ).toEqual(['b'])
  })

  it('takes in the events of another device without offering them back', async () => {
    await store.receive({
      kind: 'received',
      accepted: [],
      rejected: [],
      events: [gradeEvent({ id: id('x') }), gradeEvent({ id: id('y'), at: start + hour })],
      position: { epoch: 'e', cursor: 2 },
    })
    expect([await store.waiting(), (await store.states()).get(card)?.reps]).toEqual([0, 2])
  })

  it('keeps and tells a rejected event, and does not offer it again', async () => {
    await store.append([gradeEvent({ id: id('a') })])
    const rejected = [{ id: id('a'), reason: 'belongs to somebody else' }]
    await store.receive({ kind: 'received', accepted: [], rejected, events: [], position: { epoch: 'e', cursor: 0 } })
    expect(await store.rejections()).toEqual(rejected)
    expect([await store.waiting(), (await store.history(card)).length], 'not waiting, still held').toEqual([0, 1])
  })

  it('offers everything again from the start when the server is another', async () => {
    await store.append([gradeEvent({ id: id('a') })])
    const event: ReviewEvent = gradeEvent({ id: id('other'), at: start + 1 })
    await store.receive({
      kind: 'received',
      accepted: [id('a')],
      rejected: [],
      events: [event],
      position: { epoch: 'one', cursor: 9 },
    })
    await store.receive({ kind: 'start-over', epoch: 'two' })
    expect(await store.position()).toEqual({ epoch: 'two', cursor: 0 })
    expect(
      (await store.outbox(10)).map((one) => one.id),
      'also what came from other devices',
    ).toEqual(['a', 'other'])
  })

  it('finds events by time, the end left out', async () => {
    await store.append([0, 1, 2].map((i) => gradeEvent({ id: id(`e${i}`), at: start + i * hour })))
    expect((await store.between(start, start + 2 * hour)).map((event) => event.id)).toEqual(['e0', 'e1'])
  })
})
