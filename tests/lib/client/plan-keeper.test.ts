import { afterEach, describe, expect, it } from 'vitest'
import { makePlanKeeper } from '@/lib/client/plan-keeper'
import { putCard } from '@/lib/client/put-card'
import { asId, type CardId } from '@/lib/core/id'
import { planSubject } from '@/lib/schedule/event'
import { defaultPreset } from '@/lib/schedule/preset'
import { gradeEvent } from '../schedule/history'
import { makeDesk } from './desk'

let close: () => void = () => undefined
afterEach(() => close())
const keeperAt = async () => {
  const desk = await makeDesk()
  close = desk.close
  const { store, changes, ground } = desk
  const { clock, deviceId, onKept } = ground
  return { ...desk, keeper: makePlanKeeper({ store, changes, clock, deviceId, onKept }) }
}

describe('the plan on a device', () => {
  it('is kept as events that wait for the server, the latest choice counting', async () => {
    const { keeper, store, kept } = await keeperAt()
    const preset = { ...defaultPreset, newCards: 7 }
    expect(await keeper.change({ about: 'preset', deck: null, preset })).toBeNull()
    await keeper.change({ about: 'catch-up', minutes: 15 }, { about: 'catch-up', minutes: 25 })
    expect(await keeper.plan()).toMatchObject({ preset: { newCards: 7 }, catchUp: 25 })
    expect([await store.waiting(), kept()], 'in the outbox, and sync was nudged').toEqual([3, 2])
    expect((await store.history(planSubject)).map(({ kind }) => kind)).toEqual(['plan', 'plan', 'plan'])
  })

  it('takes a choice made after the clock went back as the later one', async () => {
    const { keeper, pass } = await keeperAt()
    await keeper.change({ about: 'day-start', hour: 5 })
    pass(-3_600_000)
    await keeper.change({ about: 'day-start', hour: 2 })
    expect((await keeper.plan()).dayStartsAt).toBe(2)
  })

  it('is told as a problem where the browser keeps nothing', async () => {
    const { keeper, db } = await keeperAt()
    db.close()
    expect(await keeper.change({ about: 'balance', on: false })).toBe('storage-failed')
  })
})

describe('a card set aside', () => {
  it('is brought back outside a sitting', async () => {
    const { store, changes, ground } = await keeperAt()
    const { clock, deviceId, onKept } = ground
    const id = asId<CardId>('deck/a')
    const { kind: _kind, ...frame } = gradeEvent({ cardId: id })
    await store.append([{ ...frame, kind: 'suspend' }])
    expect((await store.states()).get(id)?.suspended).toBe(true)
    const put = { store, changes, clock, deviceId, onKept, dayStartsAt: 4 }
    expect(await putCard(put, { id, revision: 'r1' }, 'unsuspend')).toBeNull()
    expect((await store.states()).get(id)?.suspended).toBe(false)
  })
})
