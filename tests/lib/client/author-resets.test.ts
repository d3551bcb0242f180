import { afterEach, describe, expect, it } from 'vitest'
import { makeAuthorResets } from '@/lib/client/author-resets'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { compareEvents, type ReviewEvent } from '@/lib/schedule/event'
import { day, gradeEvent, start } from '../schedule/history'
import { bundleOf, makeDesk } from './desk'

type Desk = Awaited<ReturnType<typeof makeDesk>>
const open: Desk[] = []
const desk = async () => {
  const made = await makeDesk()
  open.push(made)
  const { db, store, changes, ground } = made
  const resets = makeAuthorResets({
    db,
    store,
    changes,
    clock: ground.clock,
    deviceId: ground.deviceId,
    dayStartsAt: async () => 4,
    onKept: ground.onKept,
  })
  return { ...made, resets }
}
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const id = (name: string) => asId<CardId>(`deck/${name}`)
const graded = (name: string, at: number) =>
  gradeEvent({ id: asId<EventId>(`${name} ${at}`), cardId: id(name), at, grade: 'good' })
const published = start + 10 * day
const bundle = {
  ...bundleOf('en', ['a', 'b', 'c']),
  cards: bundleOf('en', ['a', 'b', 'c']).cards.map((card) =>
    card.id === id('c') ? card : { ...card, resetAt: published },
  ),
}

describe('a card whose author changed what it means', () => {
  it('begins anew at the instant of the publication, and the learner is told once', async () => {
    const { resets, store, pass, kept } = await desk()
    await store.append([graded('a', start), graded('c', start)])
    pass(12 * day)
    await resets.apply([bundle])
    const states = await store.states()
    expect(states.get(id('a'))?.memory.kind).toBe('new')
    expect(states.get(id('c'))?.memory.kind, 'unchanged').not.toBe('new')
    expect(states.has(id('b')), 'never reviewed here').toBe(false)
    const history = [...(await store.history(id('a')))].sort(compareEvents)
    expect(history.map(({ kind, at }) => [kind, at])).toEqual([
      ['grade', start],
      ['reset', published],
    ])
    expect(kept(), 'it is sent to the server').toBe(1)
    expect(await resets.untold()).toEqual([{ title: 'Deck', cards: 1 }])
    await resets.told()
    await resets.apply([bundle])
    expect(await resets.untold()).toEqual([])
    expect(await store.history(id('a'))).toHaveLength(2)
  })

  it('keeps what was learned of its new meaning before this device heard of it', async () => {
    const { resets, store, pass } = await desk()
    await store.append([graded('a', start), graded('a', published + day)])
    pass(12 * day)
    await resets.apply([bundle])
    expect((await store.states()).get(id('a'))).toMatchObject({ reps: 1, memory: { lastAt: published + day } })
  })

  it('is left alone where another device has begun it anew already', async () => {
    const { resets, store } = await desk()
    const { deviceId, zoneOffset, dayStartsAt, revision } = graded('a', start)
    const base = { id: asId<EventId>('other device'), cardId: id('a'), deviceId, zoneOffset, dayStartsAt, revision }
    const reset: ReviewEvent = { ...base, at: published, kind: 'reset' }
    await store.append([graded('a', start), reset])
    await resets.apply([bundle])
    expect(await store.history(id('a'))).toHaveLength(2)
    expect(await resets.untold()).toEqual([])
  })
})
