import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asId } from '@/lib/core/id'
import { refuse } from '@/lib/core/result'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import type { Author } from '@/lib/server/services/banks/bank'
import { readDesk } from '@/lib/server/services/banks/bank-desk'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { appendEvents } from '@/lib/server/services/imports/append-events'
import { type ConvertApart, importFile } from '@/lib/server/services/imports/import-file'
import { listImports } from '@/lib/server/services/imports/list-imports'
import { undoImport } from '@/lib/server/services/imports/undo-import'
import { sync } from '@/lib/server/services/sync'
import { approvalOf } from '@/lib/sync/bank-desk'
import {
  type CollectionSpec,
  decoyCollection,
  legacyPackage,
  now as made,
  modernPackage,
} from '../support/anki-package'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { gradeEvent, syncRequest } from '../support/events'
import { nothingImported, openImportDesk, sweepPreviews } from '../support/import-desk'
import { agreed, makePeople } from '../support/people'
import { received } from '../support/received'

const now = new Date(made)
const day = 86_400_000

const spec = (changes: Partial<CollectionSpec> = {}): CollectionSpec => ({
  notes: [
    { id: 1, fields: ['What is <b>ReLU</b>?', 'A hinge <img src="net.png">'], tags: ' nets ' },
    { id: 2, model: 2, fields: ['{{c1::Dropout}} removes units', ''] },
    { id: 3, fields: ['', 'No front'] },
  ],
  cards: [
    { id: 11, note: 1, type: 2, due: 60, ivl: 20, data: '{"s":21.5,"d":4.25}' },
    { id: 21, note: 2, deck: 'Course::Week 2', queue: -1 },
    { id: 31, note: 3 },
  ],
  reviews: [
    [made - 30 * day, 11, 3, -600, 0, 4000, 0],
    [made - 10 * day, 11, 3, 20, 461, 5000, 1],
  ],
  ...changes,
})
const picture = { 'net.png': new Uint8Array([137, 80, 78, 71]) }

afterAll(sweepPreviews)

describe.each(testedDatabases)('imports on $name', ({ make }) => {
  let scratch: OpenScratch
  const desk = openImportDesk(() => scratch)
  const { take, preview, done, rows, bundleOf } = desk
  const { member } = makePeople(() => scratch.db, 'imports', now)
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(async () => {
    await scratch.discard()
    desk.discard()
  })
  const heard = async (author: Author): Promise<readonly ReviewEvent[]> =>
    (await sync(scratch.db, author.id, syncRequest([]), now)).events
  const statesOf = async (author: Author) =>
    (await scratch.db.cardState.findMany({ where: { userId: author.id, cardId: { not: '~plan' } } })).map(
      ({ state }) => JSON.parse(state) as { cardId: string; memory: { kind: string } },
    )

  it('looks first and changes nothing, then brings cards, pictures, log and memory as devices will hear them', async () => {
    const ada = await member()
    const bytes = await modernPackage(spec(), picture)
    const told = await preview(ada, bytes, null)
    expect(await rows(ada)).toEqual(nothingImported)
    expect(told, 'says no more than a page shows').not.toHaveProperty('lossy')
    expect(told).toMatchObject({
      title: 'Course',
      bank: null,
      notes: 2,
      cards: { added: 2, changed: 0, same: 0 },
      reviews: { fresh: 2, known: 0 },
      suspended: 1,
      pictures: 1,
      preset: { name: 'Default', retention: 0.92, newCards: 15 },
      losses: [{ kind: 'no-front', left: 'out', count: 1, examples: ['No front'] }],
    })
    const answer = await take(ada, bytes, told.mark)
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(JSON.stringify(answer))
    const { bank } = answer.value
    const bundle = await bundleOf(ada.id, bank)
    expect(bundle?.cards.map(({ type }) => type)).toEqual(['basic', 'cloze'])
    expect(JSON.stringify(bundle)).toContain(`/figures/${bank}/`)
    const events = await heard(ada)
    expect(events.every(({ deviceId }) => deviceId.startsWith('import.'))).toBe(true)
    const folded = fold(events.filter(({ cardId }) => cardId.includes('/')))
    const states = await statesOf(ada)
    for (const state of states) expect(state).toEqual(folded.get(asId(state.cardId)))
    expect(states.find(({ memory }) => memory.kind === 'review')).toMatchObject({
      memory: { stability: 21.5, difficulty: 4.25, intervalDays: 20 },
    })
    expect(states.some((state) => JSON.stringify(state).includes('"suspended":true'))).toBe(true)

    // The same file once more: nothing twice.
    const before = await rows(ada)
    const again = await preview(ada, bytes, null)
    expect(again).toMatchObject({
      bank: { id: bank },
      cards: { added: 0, changed: 0, same: 2 },
      reviews: { fresh: 0, known: 2 },
    })
    await take(ada, bytes, again.mark)
    expect((await rows(ada)).events).toBe(before.events)
    expect((await bundleOf(ada.id, bank))?.version).toBe(bundle?.version)
  })

  it('updates changed notes, adds new reviews, keeps memory, and puts all of it back when it is undone', async () => {
    const ada = await member()
    const first = await done(ada, await legacyPackage(spec(), picture))
    const [version, states] = [(await bundleOf(ada.id, first.bank))?.version, await statesOf(ada)]
    const later = spec({
      notes: [
        { id: 1, fields: ['What is <b>ReLU</b> again?', 'A hinge <img src="net.png">'], tags: ' nets ' },
        { id: 9, guid: 'nine', fields: ['What is a bias?', 'A shift'] },
      ],
      cards: [
        { id: 11, note: 1, type: 2, due: 90, ivl: 50, data: '{"s":52,"d":4}' },
        { id: 91, note: 9 },
      ],
      reviews: [...(spec().reviews ?? []), [made - 2 * day, 11, 4, 50, 400, 3000, 1]],
    })
    const bytes = await legacyPackage(later, picture)
    expect(await preview(ada, bytes, null)).toMatchObject({
      bank: { id: first.bank },
      cards: { added: 1, changed: 1, same: 0 },
      reviews: { fresh: 1, known: 2 },
    })
    const second = await done(ada, bytes)
    const bundle = await bundleOf(ada.id, first.bank)
    expect(bundle?.cards).toHaveLength(3)
    expect(JSON.stringify(bundle)).toContain('again?')
    expect(await statesOf(ada)).toContainEqual(
      expect.objectContaining({ memory: expect.objectContaining({ stability: 52, intervalDays: 50 }) }),
    )
    expect(await undoImport(scratch.db, ada, first.id, now)).toEqual(refuse('stale'))
    expect(await undoImport(scratch.db, ada, second.id, now)).toEqual({ ok: true, value: 0 })
    expect((await bundleOf(ada.id, first.bank))?.version).toBe(version)
    const memories = (list: Awaited<ReturnType<typeof statesOf>>) =>
      list.map(({ cardId, memory }) => ({ cardId, memory }))
    expect(memories(await statesOf(ada))).toEqual(expect.arrayContaining(memories(states)))

    // And the same once more: what was taken back is given back.
    await done(ada, bytes, new Date(now.getTime() + 1000))
    expect(await statesOf(ada)).toContainEqual(
      expect.objectContaining({ memory: expect.objectContaining({ stability: 52, intervalDays: 50 }) }),
    )
    const events = await heard(ada)
    const folded = fold(events.filter(({ cardId }) => cardId.includes('/')))
    for (const state of await statesOf(ada)) expect(state).toEqual(folded.get(asId(state.cardId)))
  })

  it('takes a bank it made away with it, and keeps what was reviewed since', async () => {
    const [ada, eve] = [await member(), await member()]
    const { id, bank } = await done(ada, await legacyPackage(spec(), picture))
    const card = (await bundleOf(ada.id, bank))?.cards[0]?.id ?? ''
    const own = gradeEvent({ id: `own-${bank}`, cardId: card, at: now.getTime() })
    await sync(scratch.db, ada.id, syncRequest([own]), now)
    expect(await listImports(scratch.db, ada)).toMatchObject({
      value: [{ id, bank: { id: bank }, state: 'stands', since: 1, reviews: 2 }],
    })
    expect(await listImports(scratch.db, eve)).toEqual({ ok: true, value: [] })
    expect(await undoImport(scratch.db, eve, id, now)).toEqual(refuse('not-found'))
    expect(await undoImport(scratch.db, ada, 'imp-none', now)).toEqual(refuse('not-found'))
    expect(await undoImport(scratch.db, ada, id, now)).toEqual({ ok: true, value: 1 })
    expect(await bundleOf(ada.id, bank)).toBeNull()
    const state = (await statesOf(ada)).find(({ cardId }) => cardId === card)
    expect(state).toMatchObject({ reps: 1 })
    expect((await statesOf(ada)).filter(({ memory }) => memory.kind !== 'new')).toHaveLength(1)
    const events = await heard(ada)
    expect(events.filter(({ kind }) => kind === 'undo').length, 'each event is taken back').toBe(
      events.filter(({ deviceId }) => deviceId === `import.${id}`).length,
    )
    const folded = fold(events.filter(({ cardId }) => cardId.includes('/')))
    for (const one of await statesOf(ada)) expect(one).toEqual(folded.get(asId(one.cardId)))
    expect(await undoImport(scratch.db, ada, id, now)).toEqual(refuse('not-found'))
    expect(await listImports(scratch.db, ada)).toMatchObject({ value: [{ state: 'undone', bank: null }] })
  })

  it('ends a review when it is taken back, so that nobody seems to have approved what stands then', async () => {
    const [ada, reader] = [await member(), await member()]
    const first = await done(ada, await legacyPackage(spec(), picture))
    await scratch.db.bankMember.create({ data: { bankId: first.bank, userId: reader.id, role: 'viewer', at: now } })
    const at = (ms: number) => new Date(now.getTime() + ms)
    const another = spec({ notes: [{ id: 1, fields: ['What is a net?', 'Layers'] }] })
    const second = await done(ada, await legacyPackage(another, picture), at(1000))
    agreed(await moveBank(scratch.db, ada, { id: first.bank, base: 2 }, 'ask', '', at(2000)))
    agreed(await moveBank(scratch.db, reader, { id: first.bank, base: 2 }, 'approve', '', at(3000)))
    agreed(await undoImport(scratch.db, ada, second.id, at(4000)))
    expect(await publishBank(scratch.db, ada, { id: first.bank, base: 3 }, [], at(5000))).toMatchObject({
      value: { kind: 'published', number: 2 },
    })
    const { steps } = agreed(await readDesk(scratch.db, ada, first.bank))
    expect(steps.map(({ kind }) => kind)).toEqual(['published', 'changed', 'approved', 'asked', 'published'])
    expect(approvalOf(steps, 2)).toBeNull()
  })

  it('leaves a bank alone that was changed since', async () => {
    const ada = await member()
    const { id, bank } = await done(ada, await legacyPackage(spec(), picture))
    await changeDraft(scratch.db, ada, { id: bank, base: 1 }, [{ path: 'mine.cards.yaml', text: '[]' }], now)
    const before = await rows(ada)
    expect(await undoImport(scratch.db, ada, id, now)).toEqual(refuse('stale'))
    expect(await rows(ada)).toEqual(before)
    expect(await listImports(scratch.db, ada)).toMatchObject({ value: [{ state: 'changed' }] })
  })

  it.each([
    ['cut off', 'damaged', async () => (await modernPackage(spec(), picture)).subarray(0, 4000)],
    [
      'with the decoy alone',
      'decoy-only',
      async () => zipSync({ meta: new Uint8Array([8, 3]), 'collection.anki2': await decoyCollection() }),
    ],
    ['whose entry leads out of it', 'unsafe-name', async () => zipSync({ '../../etc/passwd': new Uint8Array(1) })],
    ['that is no archive', 'not-a-package', async () => new TextEncoder().encode('<html>')],
  ])('refuses a package %s with the reason, and changes nothing', async (_what, reason, bytes) => {
    const ada = await member()
    expect(await take(ada, await bytes(), 'any mark')).toMatchObject({ ok: true, value: { kind: 'refused', reason } })
    expect(await rows(ada)).toEqual(nothingImported)
  })

  it('refuses hostile files with the reason, and changes nothing', async () => {
    const ada = await member()
    const laughs = '<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz><question>&b;</question></quiz>'
    const bomb = zipSync({ 'imsmanifest.xml': new Uint8Array(9 * 1024 * 1024) })
    const outside = zipSync({ '../imsmanifest.xml': new Uint8Array(3) })
    for (const [name, bytes, reason] of [
      ['quiz.xml', laughs, 'entities'],
      ['quiz.zip', bomb, 'bomb'],
      ['quiz.zip', outside, 'unsafe-name'],
      ['quiz.xml', '<quiz><question type="essay">', 'not-xml'],
    ] as const) {
      const answer = await take(ada, bytes, null, { name })
      expect(answer).toMatchObject({ ok: true, value: { kind: 'refused', reason } })
    }
    expect(await rows(ada)).toEqual(nothingImported)
  })

  it('asks again where the mark is another one, and takes nothing from guests or into banks of others', async () => {
    const [ada, eve] = [await member(), await member()]
    const text = '#separator:tab\n#html:true\n#deck:Nets\nWhat is a <i>net</i>?\tLayers\n'
    const named = { name: 'nets.txt' }
    const told = await preview(ada, text, 'read yesterday', named)
    expect(told).toMatchObject({ container: 'text', title: 'Nets', cards: { added: 1 } })
    expect(await rows(ada)).toEqual(nothingImported)
    const answer = await take(ada, text, told.mark, named)
    const bank = answer.ok && answer.value.kind === 'done' ? answer.value.bank : ''
    expect(await rows(ada)).toEqual({ banks: 1, events: 0, imports: 1 })
    expect(await take(eve, text, null, { ...named, target: { bank } })).toEqual(refuse('not-found'))
    expect(await take({ ...eve, kind: 'guest' }, text, null, named)).toEqual(refuse('guest'))
    expect(await take(eve, new Uint8Array([0xc3, 0x28, 0x41]), null, named)).toMatchObject({
      value: { kind: 'refused', reason: 'not-text' },
    })
  })

  it('reads a file once for its preview and its import, and anew where anything was done between them', async () => {
    const ada = await member()
    let reads = 0
    const counted: ConvertApart = (order, onPart) => {
      reads++
      return desk.convertHere(order, onPart)
    }
    const file = join(desk.folder, 'once.apkg')
    writeFileSync(file, await legacyPackage(spec(), picture))
    const given = { receive: received(file), name: 'course.apkg', target: 'found', zoneOffset: 0 } as const
    const ask = async (mark: string | null, at: number) => {
      const answer = await importFile(scratch.db, scratch.place, ada, { ...given, mark }, new Date(at), counted)
      if (!answer.ok) throw new Error(`refused: ${answer.error}`)
      return answer.value
    }
    const look = async (at: number) => {
      const answer = await ask(null, at)
      if (answer.kind !== 'preview') throw new Error(`no preview: ${answer.kind}`)
      return answer.preview.mark
    }
    const first = await look(made)
    const taken = await ask(first, made + 60_000)
    expect([taken.kind, reads]).toEqual(['done', 1])
    if (taken.kind !== 'done') throw new Error('not done')
    const published = await scratch.db.bankVersion.findFirst({ where: { bankId: taken.bank } })
    expect(published?.publishedAt.getTime(), 'published when it was imported, not when it was looked at').toBe(
      made + 60_000,
    )
    expect((await ask(first, made + 120_000)).kind, 'its mark is good once').toBe('preview')
    expect(reads).toBe(2)

    const second = await look(made + 180_000)
    const event = gradeEvent({ id: 'between', cardId: `${taken.bank}/anki.other`, at: made + 190_000 })
    await sync(scratch.db, ada.id, syncRequest([event]), new Date(made + 200_000))
    expect([(await ask(second, made + 210_000)).kind, reads], 'after a review').toEqual(['done', 4])

    const third = await look(made + 240_000)
    expect([(await ask(third, made + 240_000 + 31 * 60_000)).kind, reads], 'half an hour later').toEqual(['done', 6])
    expect(await undoImport(scratch.db, ada, taken.id, new Date(made + 300_000))).toEqual(refuse('stale'))
  })

  it('folds more cards at once than a database binds values, heard of before or not', async () => {
    const ada = await member()
    const graded = (round: number) =>
      Array.from({ length: 2_500 }, (_, i) =>
        gradeEvent({ id: `${ada.id}.${round}.${i}`, cardId: `many/c${i % 2_100}`, at: made + round * day + i }),
      )
    for (const round of [1, 2])
      await scratch.db.$transaction((tx) => appendEvents(tx, ada.id, graded(round), new Date(made + 3 * day)), {
        timeout: 60_000,
      })
    const folded = fold([...graded(1), ...graded(2)])
    const states = await statesOf(ada)
    expect(states).toHaveLength(2_100)
    for (const state of states) expect(state).toEqual(folded.get(asId(state.cardId)))
  })
})
