import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refuse } from '@/lib/core/result'
import { importPackage } from '@/lib/importers/anki/import-package'
import { importFile as readFile } from '@/lib/importers/import-file'
import { fold } from '@/lib/schedule/replay'
import { convertFile } from '@/lib/server/jobs/convert-file'
import { exportCards } from '@/lib/server/jobs/export-cards'
import type { Author } from '@/lib/server/services/banks/bank'
import { type ExportApart, exportFile } from '@/lib/server/services/exports/export-file'
import { importFile } from '@/lib/server/services/imports/import-file'
import type { ExportRequest } from '@/lib/sync/card-export'
import { type CollectionSpec, now as made, modernPackage, tables } from '../support/anki-package'
import { type OpenScratch, openScratch, testedDatabases } from '../support/databases'
import { makePeople } from '../support/people'
import { received } from '../support/received'

const now = new Date(made)
const day = 86_400_000

/** Here in this process: how work is done apart has a test of its own. */
const exportHere: ExportApart = async (order) => ok(await exportCards(order))

const spec: CollectionSpec = {
  notes: [
    { id: 1, fields: ['What is <b>ReLU</b>?', 'A hinge <img src="net.png">'], tags: ' nets exam ' },
    { id: 2, model: 2, fields: ['{{c1::Dropout}} removes units', 'Only while training'], tags: ' nets ' },
    { id: 3, fields: ['What is a bias, "really"?', 'A shift; \\(x + b\\)'] },
  ],
  cards: [
    { id: 11, note: 1, type: 2, due: 60, ivl: 20, data: '{"s":21.5,"d":4.25}', flags: 2 },
    { id: 21, note: 2, deck: 'Course::Week 2', queue: -1 },
    { id: 31, note: 3 },
  ],
  reviews: [
    [made - 30 * day, 11, 3, -600, 0, 4000, 0],
    [made - 10 * day, 11, 3, 20, 461, 5000, 1],
  ],
}
const picture = new Uint8Array([137, 80, 78, 71])

const sorted = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

describe.each(testedDatabases)('exports on $name', ({ make }) => {
  let scratch: OpenScratch
  let ada: Author
  let eve: Author
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-exports-'))

  const { member } = makePeople(() => scratch.db, 'exports', now)
  const exported = (author: Author, request: Partial<ExportRequest> = {}) =>
    exportFile(
      scratch.db,
      scratch.place,
      author,
      { format: 'apkg', q: '', language: 'en', zone: 0, ...request },
      now,
      exportHere,
    )
  const file = async (...args: Parameters<typeof exported>): Promise<Uint8Array> => {
    const done = await exported(...args)
    if (!done.ok) throw new Error(done.error)
    return done.value.data
  }
  const textOf = async (...args: Parameters<typeof exported>) => new TextDecoder().decode(await file(...args))

  beforeAll(async () => {
    scratch = await openScratch(make)
    ada = await member()
    eve = await member()
    const path = join(folder, 'course.apkg')
    writeFileSync(path, await modernPackage(spec, { 'net.png': picture }))
    const given = { receive: received(path), name: 'course.apkg', target: 'new' as const, zoneOffset: 0 }
    const convert = async (order: Parameters<typeof convertFile>[0], onPart: Parameters<typeof convertFile>[1]) =>
      ok(await convertFile(order, onPart))
    const look = await importFile(scratch.db, scratch.place, ada, { ...given, mark: null }, now, convert)
    const mark = look.ok && look.value.kind === 'preview' ? look.value.preview.mark : ''
    await importFile(scratch.db, scratch.place, ada, { ...given, mark }, now, convert)
  })
  afterAll(async () => {
    await scratch.discard()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives Anki back what came from it: the same notes, decks, tags, pictures, log and memory', async () => {
    const open = await tables()
    const ground = { deck: 'again', deviceId: 'again', now: made, zoneOffset: 0 }
    const before = importPackage(await modernPackage(spec, { 'net.png': picture }), open, ground)
    const after = importPackage(await file(ada), open, ground)
    if (!before.ok || !after.ok) throw new Error('a package could not be read')
    const words = (read: typeof before.value) =>
      sorted(read.cards).map(({ id, type, tags, front, back, text, note }) => ({
        id,
        type,
        tags,
        text: String(front ?? text).replace(/anki-[0-9a-f]+|[0-9a-f]{32}/g, 'figure'),
        // The picture has another name.
        more: String(back ?? note ?? '').replace(/\(figures\/[^)]+\)|!\[[^\]]*\]/g, 'figure'),
      }))
    expect(words(after.value)).toEqual(words(before.value))
    expect(after.value.report.decks).toEqual(expect.arrayContaining([...before.value.report.decks]))
    expect(after.value.figures.map(({ data }) => [...data])).toEqual([[...picture]])
    const grades = (read: typeof before.value) =>
      read.events.flatMap((event) =>
        event.kind === 'grade' ? [[event.cardId, event.at, event.grade, event.durationMs]] : [],
      )
    expect(grades(after.value)).toEqual(grades(before.value))
    const memories = (read: typeof before.value) =>
      sorted([...fold(read.events)].map(([id, { memory, suspended, flag }]) => ({ id, memory, suspended, flag })))
    expect(memories(after.value)).toEqual(memories(before.value))
  })

  it('has every table and column that Anki asks for, and passes its check', async () => {
    const entries = unzipSync(await file(ada))
    expect([...(entries.meta ?? [])]).toEqual([8, 2])
    const { Database } = await initSqlJs()
    const db = new Database(entries['collection.anki21'])
    const columns = (table: string) =>
      db
        .exec(`pragma table_info(${table})`)[0]
        ?.values.map((row) => String(row[1]))
        .join(' ')
    expect(columns('col')).toBe('id crt mod scm ver dty usn ls conf models decks dconf tags')
    expect(columns('notes')).toBe('id guid mid mod usn tags flds sfld csum flags data')
    expect(columns('cards')).toBe(
      'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data',
    )
    expect(columns('revlog')).toBe('id cid usn ease ivl lastIvl factor time type')
    expect(columns('graves')).toBe('usn oid type')
    expect(db.exec('pragma integrity_check')[0]?.values).toEqual([['ok']])
    const one = (sql: string) => db.exec(sql)[0]?.values[0]?.[0]
    expect(one('select ver from col')).toBe(11)
    expect(one('select count(*) from cards where nid not in (select id from notes)')).toBe(0)
    expect(one('select count(*) from revlog where cid not in (select id from cards)')).toBe(0)
    const [models, decks, presets] = ['models', 'decks', 'dconf'].map(
      (name) => JSON.parse(String(one(`select ${name} from col`))) as Record<string, Record<string, unknown>>,
    )
    const ids = (sql: string) => db.exec(sql)[0]?.values.map((row) => String(row[0])) ?? []
    for (const id of ids('select distinct mid from notes')) expect(models?.[id]?.flds).toHaveLength(2)
    for (const id of ids('select distinct did from cards')) {
      const deck = decks?.[id]
      expect(presets?.[String(deck?.conf)]).toBeDefined()
      const parents = String(deck?.name).split('::').slice(0, -1)
      if (parents.length > 0) expect(Object.values(decks ?? {}).map(({ name }) => name)).toContain(parents.join('::'))
    }
    // Ids are milliseconds that have passed: Anki refuses to export others again.
    for (const id of ids('select id from notes union select id from cards'))
      expect(Number(id)).toBeLessThan(Date.UTC(2026, 0, 1))
    db.close()
  })

  it('takes the cards a search finds, with its words and with its numbers', async () => {
    const names = async (q: string) =>
      (JSON.parse(await textOf(ada, { format: 'json', q })) as { cards: { front: string; reviews: unknown[] }[] }).cards
    expect((await names('tag:nets')).length).toBe(2)
    expect(await names('prop:s>20')).toMatchObject([
      { front: 'What is <b>ReLU</b>?', reviews: [{}, { grade: 'good' }] },
    ])
    expect((await names('is:suspended or bias')).length).toBe(2)
    expect(await exported(ada, { q: 'tag:none-such' })).toEqual(refuse('nothing-found'))
    expect(await exported(ada, { q: 'nonsense:1' })).toEqual(refuse('bad-search'))
    expect(await exported(eve)).toEqual(refuse('nothing-found'))
  })

  it('writes a table that comes back as the same notes', async () => {
    const text = await textOf(ada, { format: 'csv', q: '-tag:exam' })
    expect(text).toContain('#guid column:1\n')
    const read = readFile(new TextEncoder().encode(text), 'cards.csv')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.from).toBe('anki-text')
    expect(read.value.cards).toMatchObject([
      {
        id: `anki.g${Buffer.from('guid-3').toString('hex')}.c1`,
        fields: { front: 'What is a bias, "really"?', back: 'A shift; $x + b$' },
      },
      {
        id: `anki.g${Buffer.from('guid-2').toString('hex')}.c1`,
        type: 'cloze',
        fields: { tags: ['nets'], text: '==Dropout== removes units' },
      },
    ])
  })
})
