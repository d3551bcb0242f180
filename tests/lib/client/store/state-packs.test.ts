import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { type LearnerDatabase, openDatabase } from '@/lib/client/store/database'
import { makeReviewStore } from '@/lib/client/store/review-store'
import { packStates, unpackStates } from '@/lib/client/store/state-pack'
import { readStates, settleStates } from '@/lib/client/store/state-packs'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { fold } from '@/lib/schedule/replay'
import { gradeEvent, randomHistory } from '../../schedule/history'

const id = (n: number) => asId<CardId>(`deck/${String(n).padStart(5, '0')}`)

/** States of many cards, as random histories leave them. */
const statesOf = (seed: number): readonly CardState[] =>
  [...fold(randomHistory(seed)).values()].map((state) => ({
    ...state,
    cardId: asId<CardId>(`${seed}/${state.cardId}`),
  }))

const sorted = (states: Iterable<CardState>) => [...states].sort((a, b) => (a.cardId < b.cardId ? -1 : 1))

let db: LearnerDatabase
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  db = await openDatabase(() => undefined)
})

const putLoose = async (states: readonly CardState[]) => {
  const tx = db.transaction('states', 'readwrite')
  for (const state of states) void tx.store.put(state)
  await tx.done
}

describe('packed states', () => {
  it('come out of a pack as they went in, for 60 random histories and a card of every kind', () => {
    const states = Array.from({ length: 60 }, (_, seed) => statesOf(seed)).flat()
    expect(new Set(states.map(({ memory }) => memory.kind)).size).toBeGreaterThan(2)
    const odd: CardState = {
      ...newCardState(id(1)),
      reps: 3,
      flag: 7,
      suspended: true,
      buriedUntil: -5,
      introducedDay: 0,
      awaited: [asId<EventId>('later'), asId<EventId>('latest')],
      memory: {
        kind: 'relearning',
        stability: 0.1,
        difficulty: 1 / 3,
        lastAt: 1.5,
        lastDay: -1,
        step: 2,
        dueAt: 2 ** 40,
      },
    }
    const all = [...states, odd, newCardState(id(2))]
    expect(unpackStates(packStates(all))).toEqual(all)
  })

  it('cannot be made of nothing', () => {
    expect(() => packStates([])).toThrow('A pack holds at least one state.')
  })
})

describe('the states of a device', () => {
  it('are the same before and after they are settled, and a later one wins over its pack', async () => {
    const first = Array.from({ length: 3000 }, (_, n) => ({ ...newCardState(id(n * 2)), reps: 1 }))
    await putLoose(first)
    expect((await readStates(db)).size).toBe(3000)
    await settleStates(db)
    expect(await db.count('states'), 'none is loose').toBe(0)
    expect(await db.count('packs')).toBeGreaterThan(5)
    expect(sorted((await readStates(db)).values())).toEqual(first)

    const rng = makeRng('settled')
    const known = new Map(first.map((state) => [state.cardId, state]))
    for (let round = 2; round < 5; round++) {
      const some = Array.from({ length: 900 }, () => ({ ...newCardState(id(rng.integer(0, 7000))), reps: round }))
      for (const state of some) known.set(state.cardId, state)
      await putLoose(some)
      expect(sorted((await readStates(db)).values()), `loose in round ${round}`).toEqual(sorted(known.values()))
      await settleStates(db)
      expect(await db.count('states')).toBe(0)
      expect(sorted((await readStates(db)).values()), `settled in round ${round}`).toEqual(sorted(known.values()))
    }
    const packs = await db.getAll('packs')
    const cards = packs.flatMap((pack) => pack.cards)
    expect(cards, 'each card in one pack, in order').toEqual([...new Set(cards)].sort())
  })

  it('stay loose while they are few', async () => {
    await putLoose([newCardState(id(1))])
    await settleStates(db)
    expect([await db.count('states'), await db.count('packs')]).toEqual([1, 0])
  })

  it('go on from the events of a card that is packed', async () => {
    const store = makeReviewStore(db)
    const events = Array.from({ length: 500 }, (_, n) =>
      gradeEvent({ id: asId<EventId>(`a${n}`), cardId: id(n), grade: 'easy' }),
    )
    await store.append(events)
    await settleStates(db)
    const more = gradeEvent({ id: asId<EventId>('b'), cardId: id(7), at: (events[7]?.at ?? 0) + 864e6 })
    const [changed] = await store.append([more])
    const expected = fold([...events, more])
    expect(changed).toEqual(expected.get(id(7)))
    expect(sorted((await store.states()).values())).toEqual(sorted(expected.values()))
    expect(await store.append([more]), 'known by its id').toEqual([])
  })
})
