import { beforeAll, describe, expect, it } from 'vitest'
import type { OpenTables } from '@/lib/importers/anki/collection/tables'
import type { CollectionImport } from '@/lib/importers/anki/import-collection'
import { importPackage } from '@/lib/importers/anki/import-package'
import { fold } from '@/lib/schedule/replay'
import {
  type CollectionSpec,
  firstDay,
  ground,
  legacyPackage,
  modernPackage,
  now,
  tables,
} from '../../../support/anki-package'

const day = 86_400_000
const asked = now - 10 * day

const spec: CollectionSpec = {
  notes: [
    {
      id: 1,
      fields: ['What is <b>ReLU</b>?', 'A hinge: \\(\\max(0, x)\\)<br>Cheap &amp; common'],
      tags: ' nets easy ',
    },
    {
      id: 2,
      model: 2,
      fields: ['{{c1::Dropout}} removes {{c2::units::what?}} at random', 'Only <i>while</i> training'],
    },
    { id: 3, fields: ['Name the picture <img src="net work.png">', '[sound:a.mp3]A net'], guid: "it's<>&" },
    { id: 4, fields: ['Old', 'Card'] },
    { id: 5, fields: ['', 'No front'] },
    { id: 6, fields: ['Broken: \\(\\frac{1\\)', '<script>alert(1)</script><u>x</u> 2 < 3 * 4 * 5 [a](b)'] },
  ],
  cards: [
    { id: 11, note: 1, type: 2, due: 60, ivl: 20, data: '{"s":21.5,"d":4.25,"lrt":1}', flags: 3 },
    { id: 12, note: 1, ord: 1, deck: 'Course::Week 2', queue: -1 },
    { id: 21, note: 2 },
    { id: 22, note: 2, ord: 1 },
    { id: 31, note: 3 },
    { id: 41, note: 4, type: 2, due: 70, ivl: 30, factor: 2300 },
    { id: 51, note: 5 },
    { id: 61, note: 6 },
  ],
  reviews: [
    [asked - 20 * day, 11, 3, -600, 0, 4000, 0],
    [asked, 11, 3, 20, 461, 5000, 1],
    [asked + 1, 11, 0, 20, 0, 0, 5],
  ],
}

const picture = new Uint8Array([137, 80, 78, 71])

describe.each([
  ['legacy', legacyPackage],
  ['modern', modernPackage],
])('a %s package', (_name, make) => {
  let open: OpenTables
  let done: CollectionImport
  let cards: readonly { readonly [field: string]: unknown }[]
  beforeAll(async () => {
    open = await tables()
    const result = importPackage(await make(spec, { 'net work.png': picture }), open, ground)
    if (!result.ok) throw new Error(result.error.message)
    done = result.value
    cards = done.cards
  })
  const card = (id: string) => cards.find((one) => one.id === id)
  const id = (guid: string, ord: number) => `anki.g${Buffer.from(guid).toString('hex')}.c${ord + 1}`

  it('gives basic cards, a reversed note as two, and a gap for each cloze number', () => {
    expect(card(id('guid-1', 0))).toMatchObject({
      type: 'basic',
      front: 'What is **ReLU**?',
      back: 'A hinge: $\\max(0, x)$\\\nCheap & common',
      tags: ['nets', 'easy'],
    })
    expect(card(id('guid-1', 1))).toMatchObject({ back: 'What is **ReLU**?' })
    expect(card(id('guid-2', 0))).toMatchObject({
      type: 'cloze',
      text: '==Dropout== removes units at random',
      note: 'Only *while* training',
    })
    expect(card(id('guid-2', 1))).toMatchObject({ text: 'Dropout removes ==units::what?== at random' })
  })

  it('keeps pictures as figures and tells that sounds are lost', () => {
    const front = String(card(id("it's<>&", 0))?.front)
    const [figure] = done.figures
    expect(figure?.data).toEqual(picture)
    expect(front).toBe(`Name the picture\n\n![net work](${figure?.path})`)
    expect(done.report.lossy).toContainEqual({ kind: 'sound', left: 'changed', guid: "it's<>&", detail: 'a.mp3' })
  })

  it('lets nothing of a field become markup, and shows a formula that cannot be set as code', () => {
    expect(card(id('guid-6', 0))).toMatchObject({
      front: 'Broken: `\\frac{1`',
      back: 'x 2 \\< 3 \\* 4 \\* 5 \\[a\\](b)',
    })
    const kinds = done.report.lossy.filter(({ guid }) => guid === 'guid-6').map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['script', 'look', 'formula']))
  })

  it('leaves out what asks nothing, with the reason', () => {
    expect(done.report.lossy).toContainEqual({ kind: 'no-front', left: 'out', guid: 'guid-5', detail: 'No front' })
    expect(done.report).toMatchObject({ notes: 5, cards: 7, reviews: 3, suspended: 1, flagged: 1, pictures: 1 })
    expect(done.report.decks.map(({ path }) => path)).toEqual(['Course::Week 1', 'Course::Week 2'])
  })

  it("folds to Anki's own memory, interval and due day, flag and suspension", () => {
    const states = fold(done.events)
    const first = states.get(`bank-test/${id('guid-1', 0)}` as never)
    expect(first).toMatchObject({
      reps: 2,
      flag: 3,
      memory: {
        kind: 'review',
        stability: 21.5,
        difficulty: 4.25,
        intervalDays: 20,
        dueDay: firstDay + 60,
        lastAt: asked,
      },
    })
    expect(states.get(`bank-test/${id('guid-1', 1)}` as never)).toMatchObject({
      suspended: true,
      memory: { kind: 'new' },
    })
    const old = states.get(`bank-test/${id('guid-4', 0)}` as never)?.memory
    expect(old).toMatchObject({ kind: 'review', stability: 30, intervalDays: 30, dueDay: firstDay + 70 })
    expect(done.report.lossy).toContainEqual({ kind: 'sm2', left: 'changed', guid: 'guid-4', detail: '' })
  })

  it('gives the same ids the second time', async () => {
    const again = importPackage(await make(spec, { 'net work.png': picture }), open, { ...ground, now: now + day })
    if (!again.ok) throw new Error(again.error.message)
    expect(again.value.cards).toEqual(done.cards)
    expect(again.value.events.map((event) => event.id)).toEqual(done.events.map((event) => event.id))
  })
})
