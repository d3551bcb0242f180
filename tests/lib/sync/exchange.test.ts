import { describe, expect, it } from 'vitest'
import { asId, type DeviceId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { fold } from '@/lib/schedule/replay'
import { mostOffered } from '@/lib/sync/decode-exchange'
import { makeRequest, readResponse } from '@/lib/sync/exchange'
import type { ReviewStore } from '@/lib/sync/store'
import { makeMemoryReviewStore } from '../../support/memory-review-store'
import { gradeEvent, hour, randomHistory, start } from '../schedule/history'
import { makeServer } from './server'

const device = (name: string) => asId<DeviceId>(name)
type Server = ReturnType<typeof makeServer>

const syncAll = async (store: ReviewStore, server: Server, name: string, now: number): Promise<number> => {
  for (let round = 1; round < 100; round++) {
    const request = makeRequest(await store.position(), await store.outbox(mostOffered), device(name), now)
    const { received, again } = readResponse(request, server.answer(request))
    await store.receive(received)
    if (!again) return round
  }
  throw new Error('The exchange never ended.')
}
const snapshot = async (store: ReviewStore) =>
  JSON.stringify([...(await store.states())].sort(([a], [b]) => (a < b ? -1 : 1)))

describe('an exchange', () => {
  it('brings two devices and the server to byte-equal states, whatever was lost on the way', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const rng = makeRng('exchange', seed)
      const server = makeServer('one', () => start + 60 * 24 * hour)
      const stores = { phone: makeMemoryReviewStore(), desk: makeMemoryReviewStore() }
      for (const event of randomHistory(seed)) {
        const name = event.deviceId === 'phone' ? 'phone' : 'desk'
        await stores[name].append([event])
        const draw = rng.integer(0, 5)
        const request = () => makeRequest({ epoch: null, cursor: 0 }, [event], device(name), start)
        // The answer was lost: the server knows the event, the device does not know that.
        if (draw === 0) server.answer(request())
        if (draw === 1) await syncAll(stores[name], server, name, start)
      }
      for (const name of ['phone', 'desk', 'phone', 'desk'] as const) await syncAll(stores[name], server, name, start)
      const truth = JSON.stringify([...fold(server.events())].sort(([a], [b]) => (a < b ? -1 : 1)))
      expect(await snapshot(stores.phone), `seed ${seed}, phone`).toBe(truth)
      expect(await snapshot(stores.desk), `seed ${seed}, desk`).toBe(truth)
      expect([await stores.phone.waiting(), await stores.desk.waiting()], `seed ${seed}, outboxes`).toEqual([0, 0])
    }
  })

  it('gives a restored server everything any device still holds', async () => {
    const old = makeServer('one', () => start)
    const phone = makeMemoryReviewStore()
    await phone.append([gradeEvent({ id: asId<EventId>('a') })])
    await syncAll(phone, old, 'phone', start)
    const restored = makeServer('two', () => start)
    await syncAll(phone, restored, 'phone', start)
    expect(restored.events().map((event) => event.id)).toEqual(['a'])
    expect(await phone.position()).toEqual({ epoch: 'two', cursor: 1 })
  })

  it('sets a clock that runs two hours ahead right, on the device too', async () => {
    const server = makeServer('one', () => start)
    const phone = makeMemoryReviewStore()
    await phone.append([gradeEvent({ at: start + 2 * hour })])
    await syncAll(phone, server, 'phone', start + 2 * hour)
    expect((await phone.between(0, Number.MAX_SAFE_INTEGER)).map((event) => event.at)).toEqual([start])
  })

  it('sends a long absence in parts of 200 and hears it in parts of 500', async () => {
    const server = makeServer('one', () => start)
    const phone = makeMemoryReviewStore()
    const many = Array.from({ length: 1100 }, (_, i) => gradeEvent({ id: asId<EventId>(`e${i}`), at: start + i }))
    await phone.append(many)
    await syncAll(phone, server, 'phone', start)
    expect(server.events().length).toBe(1100)
    const desk = makeMemoryReviewStore()
    expect(await syncAll(desk, server, 'desk', start), 'rounds').toBe(3)
  })

  it('does not ask again and again when the server takes nothing', () => {
    const events = Array.from({ length: 200 }, (_, i) => gradeEvent({ id: asId<EventId>(`e${i}`) }))
    const request = makeRequest({ epoch: 'one', cursor: 0 }, events, device('phone'), start)
    const nothing = { epoch: 'one', accepted: [], rejected: [], events: [], cursor: 0, more: false }
    expect(readResponse(request, nothing).again).toBe(false)
  })
})
