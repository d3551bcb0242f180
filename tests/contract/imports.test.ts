import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok, refuse } from '@/lib/core/result'
import { cardIdOf } from '@/lib/importers/anki/cards/identity'
import type { ReviewEvent } from '@/lib/schedule/event'
import { fold } from '@/lib/schedule/replay'
import { convertFile } from '@/lib/server/jobs/convert-file'
import type { Author } from '@/lib/server/services/banks/bank'
import { changeDraft } from '@/lib/server/services/banks/draft'
import { appendEvents } from '@/lib/server/services/imports/append-events'
import { type ConvertApart, type FileImport, importFile } from '@/lib/server/services/imports/import-file'
import { listImports } from '@/lib/server/services/imports/list-imports'
import { undoImport } from '@/lib/server/services/imports/undo-import'
import { readBundle } from '@/lib/server/services/read-bundle'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import type { ImportPreview, RowChoices } from '@/lib/sync/file-import'
import {
  type CollectionSpec,
  decoyCollection,
  legacyPackage,
  now as made,
  modernPackage,
} from '../support/anki-package'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { gradeEvent, syncRequest } from '../support/events'
import { received } from '../support/received'

const now = new Date(made)
const day = 86_400_000

/** Here in this process: how work is done apart has a test of its own, and each process takes seconds to begin. */
const convertHere: ConvertApart = async (order, onPart) => {
  if (order.keep !== null) previews.add(dirname(order.keep))
  return ok(await convertFile(order, onPart))
}
const previews = new Set<string>()
// A worker of the tests is ended without the leave that a server takes.
afterAll(() => {
  for (const place of previews) rmSync(place, { recursive: true, force: true })
})

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

describe.each(testedDatabases)('imports on $name', ({ make }) => {
  let scratch: OpenScratch
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-imports-'))
  beforeAll(async () => {
    scratch = await openScratch(make)
  })
  afterAll(async () => {
    await scratch.discard()
    rmSync(folder, { recursive: true, force: true })
  })

  let people = 0
  const member = async (): Promise<Author> => {
    const guest = await startGuest(scratch.db, `import-address-${people++}`, now)
    if (!guest.ok) throw new Error('the first guest of an address was refused')
    await scratch.db.user.update({
      where: { id: guest.value },
      data: { kind: 'member', email: `${guest.value}@example.org` },
    })
    return { id: guest.value, kind: 'member', role: 'learner' }
  }
  const take = async (
    author: Author,
    bytes: Uint8Array | string,
    mark: string | null,
    {
      name = 'course.apkg',
      target = 'found' as FileImport['target'],
      at = now,
      choices = null as RowChoices | null,
    } = {},
  ) => {
    const file = join(folder, `file-${people++}`)
    writeFileSync(file, bytes)
    const receive = received(file, choices)
    return importFile(
      scratch.db,
      scratch.place,
      author,
      { receive, name, target, zoneOffset: 0, mark },
      at,
      convertHere,
    )
  }
  const preview = async (...args: Parameters<typeof take>): Promise<ImportPreview> => {
    const answer = await take(...args)
    if (!answer.ok || answer.value.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(answer)}`)
    return answer.value.preview
  }
  /** Looks and then does it, as a person would. */
  const done = async (author: Author, bytes: Uint8Array, at = now) => {
    const { mark } = await preview(author, bytes, null, { at })
    const answer = await take(author, bytes, mark, { at })
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    return answer.value
  }
  const rows = async (author: Author) => ({
    banks: await scratch.db.bank.count({ where: { userId: author.id } }),
    events: await scratch.db.reviewEvent.count({ where: { userId: author.id } }),
    imports: await scratch.db.bankImport.count({ where: { userId: author.id, undoneAt: null } }),
  })
  const nothing = { banks: 0, events: 0, imports: 0 }
  const bundleOf = async (reader: UserId, bank: string): Promise<Bundle | null> => {
    const read = await readBundle(scratch.db, reader, asId<DeckId>(bank), 'en', null)
    return read === null ? null : (JSON.parse(read.text) as Bundle)
  }
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
    expect(await rows(ada)).toEqual(nothing)
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
    expect(await rows(ada)).toEqual(nothing)
  })

  it('lists every row of a question bank with its losses, and takes its cards in, a calculated one through both engines', async () => {
    const ada = await member()
    const file = { name: 'backprop.xml' }
    const bytes = readFileSync('tests/fixtures/importers/moodle-xml/backprop.xml')
    const left = bytes
      .toString()
      .replace('</quiz>', '<question type="random"><name><text>Any</text></name></question></quiz>')
    const told = await preview(ada, left, null, file)
    expect(told.rows.map(({ outcome }) => outcome)).toEqual([
      'imported',
      'lossy',
      'lossy',
      'imported',
      'imported',
      'lossy',
      'imported',
      'skipped',
    ])
    expect(told.rows.at(-1)).toMatchObject({
      title: 'Any',
      reasons: [{ kind: 'unknown-type', detail: 'random' }],
      source: expect.stringContaining('type="random"'),
    })
    const answer = await take(ada, left, told.mark, file)
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    expect(answer.value.cards).toBe(7)
    const bundle = await bundleOf(ada.id, answer.value.bank)
    expect(bundle?.cards.map(({ type }) => type).sort()).toEqual([
      'basic',
      'basic',
      'choice',
      'cloze',
      'compute',
      'match',
      'numeric',
    ])
  })

  it('leaves out the rows somebody left out, and begins with that the next time', async () => {
    const ada = await member()
    const named = { name: 'nets.csv' }
    const table = (more = '') => `front,back\nWhat is a net?,Layers\nWhat is a bias?,A shift\n${more}`
    const first = await preview(ada, table(), null, named)
    expect(first.rows.map(({ title, brings, choice }) => ({ title, brings, choice }))).toEqual([
      { title: 'What is a net?', brings: { added: 1, changed: 0, same: 0, copies: 0, reviews: 0 }, choice: 'take' },
      { title: 'What is a bias?', brings: { added: 1, changed: 0, same: 0, copies: 0, reviews: 0 }, choice: 'take' },
    ])
    const decided = { ...named, choices: { skip: [1], both: [] } }
    const answer = await take(ada, table(), first.mark, decided)
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    expect(answer.value.cards).toBe(1)
    const { id, bank } = answer.value
    expect((await bundleOf(ada.id, bank))?.cards).toHaveLength(1)

    const more = table('What is a loss?,A number\n')
    const again = await preview(ada, more, null, named)
    expect(again).toMatchObject({ bank: { id: bank }, cards: { added: 1, changed: 0, same: 1 } })
    expect(again.rows.map(({ choice }) => choice)).toEqual(['take', 'skip', 'take'])
    await take(ada, more, again.mark, named)
    const titles = async () => JSON.stringify((await bundleOf(ada.id, bank))?.cards)
    expect(await titles()).toContain('a loss')
    expect(await titles()).not.toContain('a bias')

    // Somebody thinks better of it, and that is what holds from then on.
    const third = await preview(ada, more, null, named)
    await take(ada, more, third.mark, { ...named, choices: { skip: [], both: [] } })
    expect(await titles()).toContain('a bias')
    expect((await preview(ada, more, null, named)).rows.map(({ choice }) => choice)).toEqual(['take', 'take', 'take'])
    expect(await undoImport(scratch.db, ada, id, now)).toEqual(refuse('stale'))
  })

  it('lets each card that is there already be updated, kept beside the new one, or left as it is', async () => {
    const ada = await member()
    const spec3 = (word: string): CollectionSpec => ({
      notes: [1, 2, 3].map((id) => ({ id, guid: `note${id}`, fields: [`What is ${id}?`, word] })),
      cards: [1, 2, 3].map((id) => ({ id: id * 10, note: id, type: 2, due: 60, ivl: 20, data: '{"s":21.5,"d":4.25}' })),
      reviews: [1, 2, 3].map((id) => [made - 30 * day + id, id * 10, 3, 20, -600, 4000, 0] as const),
    })
    const { bank } = await done(ada, await legacyPackage(spec3('old')))
    const later = await legacyPackage({
      ...spec3('new'),
      reviews: [
        ...(spec3('old').reviews ?? []),
        ...[1, 2, 3].map((id) => [made - 2 * day + id, id * 10, 3, 30, 20, 4000, 1] as const),
      ],
    })
    const told = await preview(ada, later, null)
    expect(told.rows).toMatchObject(
      [1, 2, 3].map((line) => ({
        line,
        title: `What is ${line}?`,
        brings: { added: 0, changed: 1, same: 0, reviews: 1 },
      })),
    )
    const answer = await take(ada, later, told.mark, { choices: { skip: [2], both: [1] } })
    expect(answer).toMatchObject({ ok: true, value: { kind: 'done', cards: 2, reviews: 2 } })
    const backs = async () =>
      Object.fromEntries(
        ((await bundleOf(ada.id, bank))?.cards ?? []).map((card) => [
          card.id.slice(bank.length + 1),
          /old|new/.exec(JSON.stringify(card))?.[0],
        ]),
      )
    const id = (guid: string) => cardIdOf(guid, 0)
    const expected = {
      [id('note1')]: 'new',
      [id('note2')]: 'old',
      [`${id('note2')}.copy`]: 'new',
      [id('note3')]: 'old',
    }
    expect(await backs()).toEqual(expected)
    // The same decisions hold for the same file, and nothing is doubled.
    const again = await preview(ada, later, null)
    expect(again.rows.map(({ choice }) => choice)).toEqual(['take', 'both', 'skip'])
    expect(again).toMatchObject({ cards: { added: 0, changed: 0, same: 2 }, reviews: { fresh: 0 } })
  })

  it('updates a card where its author wrote it, and leaves the rest of that file as it stands', async () => {
    const ada = await member()
    const text = '#separator:tab\n#deck:Nets\nWhat is a net?\tLayers\n'
    const named = { name: 'nets.txt' }
    const first = await take(ada, text, (await preview(ada, text, null, named)).mark, named)
    const bank = first.ok && first.value.kind === 'done' ? first.value.bank : ''
    const file = await scratch.db.bankFile.findFirstOrThrow({
      where: { bankId: bank, path: { startsWith: 'imported-' } },
    })
    const mine = `# By hand.\n${file.text.replace('Layers', 'Sums')}\n# The end.\n`
    const moved = [
      { path: file.path, text: null },
      { path: 'mine.cards.yaml', text: mine },
    ]
    await changeDraft(scratch.db, ada, { id: bank, base: 1 }, moved, now)
    const into = { ...named, target: { bank } }
    const told = await preview(ada, text, null, into)
    expect(told.cards).toEqual({ added: 0, changed: 1, same: 0 })
    expect(await take(ada, text, told.mark, into)).toMatchObject({ value: { kind: 'done' } })
    const after = await scratch.db.bankFile.findMany({ where: { bankId: bank, path: { endsWith: '.cards.yaml' } } })
    expect(after.map(({ path }) => path)).toEqual(['mine.cards.yaml'])
    expect(after[0]?.text).toMatch(/^# By hand\.[\s\S]*Layers[\s\S]*# The end\.\n$/)
  })

  it('reads a table as a Chinese spreadsheet saves it', async () => {
    const ada = await member()
    const gbk = Buffer.from('d5fdc3e62cb1b3c3e60d0acab2c3b4cac7cbf0caa7a3bf2cd2bbb8f6cafd0d0a', 'hex')
    const told = await preview(ada, gbk, null, { name: 'nets.csv' })
    expect(told.rows.map(({ title }) => title)).toEqual(['什么是损失？'])
  })

  it('makes no bank of a file whose every row is left out', async () => {
    const ada = await member()
    const text = 'front,back\nWhat is a net?,Layers\n'
    const { mark } = await preview(ada, text, null, { name: 'nets.csv' })
    const none = { name: 'nets.csv', choices: { skip: [0], both: [] } }
    expect(await take(ada, text, mark, none)).toMatchObject({ value: { kind: 'refused', reason: 'nothing-to-import' } })
    expect(await rows(ada)).toEqual(nothing)
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
    expect(await rows(ada)).toEqual(nothing)
  })

  it('asks again where the mark is another one, and takes nothing from guests or into banks of others', async () => {
    const [ada, eve] = [await member(), await member()]
    const text = '#separator:tab\n#html:true\n#deck:Nets\nWhat is a <i>net</i>?\tLayers\n'
    const named = { name: 'nets.txt' }
    const told = await preview(ada, text, 'read yesterday', named)
    expect(told).toMatchObject({ container: 'text', title: 'Nets', cards: { added: 1 } })
    expect(await rows(ada)).toEqual(nothing)
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
      return convertHere(order, onPart)
    }
    const file = join(folder, 'once.apkg')
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
