import { afterEach, describe, expect, it } from 'vitest'
import { makeBulkEditor } from '@/lib/client/bulk-edit'
import { makeLedgerKeeper } from '@/lib/client/ledger-keeper'
import { makeProgress } from '@/lib/client/progress'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { makeLibrary } from '@/lib/search/library'
import { parseSearch } from '@/lib/search/parse'
import { day, gradeEvent, randomHistory, start } from '../schedule/history'
import { planOf } from '../schedule/plans'
import { ledgerOf } from '../search/cards'
import { bundleOf, makeDesk } from './desk'

type Desk = Awaited<ReturnType<typeof makeDesk>>
const open: Desk[] = []
const desk = async () => {
  const made = await makeDesk()
  open.push(made)
  return made
}
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
let stamps = 0
const keeperOf = ({ db }: Desk) => makeLedgerKeeper(db, () => `stamp ${stamps++}`)

const graded = (name: string, at = start): ReviewEvent =>
  gradeEvent({ id: asId<EventId>(`${name} ${at}`), cardId: asId<CardId>(`deck/${name}`), at, grade: 'easy' })

describe('the ledger on a device', () => {
  it('counts all once, then only what was touched, in whatever tab', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const one = await desk()
      const events = randomHistory(seed)
      const tabs = [keeperOf(one), keeperOf(one)]
      for (let i = 0; i < events.length; i += 9) {
        await one.store.append(events.slice(i, i + 9))
        const expected = ledgerOf(events.slice(0, i + 9).filter(({ cardId }) => cardId !== planSubject))
        const [first, second] = await Promise.all(tabs.map((tab) => tab.read()))
        for (const ledger of [first, second]) {
          expect(ledger?.reviews.length, `seed ${seed}, event ${i}`).toBe(expected.reviews.length)
          expect([...(ledger?.cards ?? [])].sort()).toEqual([...expected.cards].sort())
        }
      }
      expect(await one.db.getAllKeys('meta')).not.toContainEqual(expect.stringContaining('touched:'))
    }
  })

  it('does not go through the events again when nothing was touched, and does when the format was another', async () => {
    const one = await desk()
    await one.store.append([graded('a')])
    const kept = await keeperOf(one).read()
    await one.db.clear('events')
    expect((await keeperOf(one).read()).reviews.length).toBe(kept.reviews.length)
    await one.db.put('meta', { format: 0 }, 'ledger')
    expect((await keeperOf(one).read()).reviews.length).toBe(0)
  })

  it('counts a review that is kept while it counts, for whoever asks then', async () => {
    const one = await desk()
    const keeper = keeperOf(one)
    await one.store.append([graded('b')])
    let asked: Promise<readonly (readonly CardId[])[]> = Promise.resolve([])
    await keeper.read(() => {
      // Its page has been read already.
      asked = one.store
        .append([graded('a')])
        .then(() => Promise.all([keeper.read(), keeper.read()]))
        .then((ledgers) => ledgers.map(({ cards }) => [...cards].sort()))
    })
    expect(await asked).toEqual([
      ['deck/a', 'deck/b'],
      ['deck/a', 'deck/b'],
    ])
  })

  it('hears of what a server sent', async () => {
    const one = await desk()
    const keeper = keeperOf(one)
    await keeper.read()
    const position = { epoch: 'e', cursor: 1 }
    await one.store.receive({ kind: 'received', accepted: [], rejected: [], events: [graded('b')], position })
    expect((await keeper.read()).cards).toEqual(['deck/b'])
  })

  it('tells how far the first counting is', async () => {
    const one = await desk()
    await one.store.append([graded('a'), graded('b')])
    const parts: number[] = []
    await keeperOf(one).read((part) => parts.push(part))
    expect(parts).toEqual([1])
  })
})

const libraryOf = async (one: Desk) =>
  makeLibrary({
    bundles: [bundleOf('en', ['a', 'b', 'c'])],
    states: await one.store.states(),
    ledger: await keeperOf(one).read(),
    plan: planOf({}),
    now: { at: start + day, zoneOffset: 0, dayStartsAt: 4 },
  })
const idsIn = async (one: Desk, text: string) =>
  (await libraryOf(one)).find(parseSearch(text).query).map(({ id }) => id)

describe('changing many cards at once', () => {
  const editorOf = (one: Desk) =>
    makeBulkEditor({ ...one.ground, onKept: one.ground.onKept, plan: one.ground.plan, changes: one.changes })
  const bulkCards = async (one: Desk) =>
    (await libraryOf(one)).cards.map(({ id, state }) => ({ id, revision: 'r1', state }))

  it.each([
    [{ kind: 'suspend' }, 'is:suspended'],
    [{ kind: 'flag', flag: 3 }, 'flag:3'],
    [{ kind: 'bury' }, 'is:buried'],
    [{ kind: 'reset' }, 'is:new'],
  ] as const)('does %o, and one undo takes all of it back', async (deed, text) => {
    const one = await desk()
    await one.store.append([graded('a'), graded('b')])
    one.pass(day)
    const before = await idsIn(one, text)
    const states = await one.store.states()
    const done = await editorOf(one).put(await bulkCards(one), deed)
    if (!done.ok) throw new Error(done.error)
    expect(await idsIn(one, text)).toEqual(['deck/a', 'deck/b', 'deck/c'])
    expect(await editorOf(one).takeBack(done.value)).toBeNull()
    expect(await idsIn(one, text)).toEqual(before)
    for (const [id, { seen: _seen, ...state }] of states)
      expect((await one.store.states()).get(id)).toMatchObject(state)
  })

  it('makes no event where nothing would change', async () => {
    const one = await desk()
    const editor = editorOf(one)
    expect(await editor.put(await bulkCards(one), { kind: 'unsuspend' })).toEqual({ ok: true, value: [] })
    expect(await one.store.waiting()).toBe(0)
  })
})

describe('progress', () => {
  it('counts concepts, recall and charts over what a search finds', async () => {
    const one = await desk()
    await one.store.append([graded('a', start - 30 * day), graded('a', start), graded('gone', start)])
    const library = await libraryOf(one)
    const pauses: string[] = []
    const over = (text: string) =>
      makeProgress(library, parseSearch(text).query, async () => {
        pauses.push(text)
      })
    const all = await over('')
    expect(all).toMatchObject({ cards: 4, started: 2, concepts: { known: 1, of: 3 }, recalled: 1, aim: 0.9 })
    expect(all.charts.length).toBeGreaterThan(5)
    expect(await over('-is:new concept:concept-1')).toMatchObject({ cards: 0, charts: [], recalled: null })
    expect(await over('concept:concept-0')).toMatchObject({ cards: 1, started: 1, concepts: { known: 1, of: 1 } })
    expect(pauses.length, 'the page may answer after every chart').toBeGreaterThan(30)
  })

  it('reads what is written on cards only when a search asks for words', async () => {
    const one = await desk()
    await one.store.append([graded('a', start - 30 * day), graded('a', start)])
    const bundle = bundleOf('en', ['a', 'b', 'c'])
    let reads = 0
    const library = makeLibrary({
      bundles: [{ ...bundle, cards: bundle.cards.map(({ content: _content, ...card }) => card) }],
      readWhole: async () => {
        reads++
        return [{ ...bundle, cards: bundle.cards.map((card) => ({ ...card, content: { text: `about ${card.id}` } })) }]
      },
      states: await one.store.states(),
      ledger: await keeperOf(one).read(),
      plan: planOf({}),
      now: { at: start + day, zoneOffset: 0, dayStartsAt: 4 },
    })
    const over = async (text: string) =>
      (await makeProgress(library, parseSearch(text).query, async () => undefined)).cards
    expect([await over(''), await over('-is:new concept:concept-0'), reads]).toEqual([3, 1, 0])
    expect([await over('about'), await over('is:new or "about deck/a"'), await over('-about'), reads]).toEqual([
      3, 3, 0, 1,
    ])
  })

  it('finds cards whose deck is not here by their reviews', async () => {
    const one = await desk()
    await one.store.append([graded('gone')])
    expect(await idsIn(one, 'deck:deck rated:7')).toEqual(['deck/gone'])
  })
})
