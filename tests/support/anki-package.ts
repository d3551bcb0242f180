import { zipSync } from 'fflate'
import { decksJson, presetsJson } from '@/lib/exporters/anki/frame'
import { inserts, schema } from '@/lib/exporters/anki/schema'
import type { Row } from '@/lib/exporters/anki/write-package'
import { loadTables, writeTables } from '@/lib/server/anki/sqlite'

/** 2026-01-05, four in the morning in UTC: the first study day of the collections made here. */
export const created = Date.UTC(2026, 0, 5, 4) / 1000
export const firstDay = Date.UTC(2026, 0, 5) / 86_400_000
export const now = Date.UTC(2026, 2, 1, 12)
export const ground = { deck: 'bank-test', deviceId: 'anki.test', now, zoneOffset: 0 }

const field = (name: string, ord: number) => ({ name, ord })
const template = (name: string, ord: number, qfmt: string, afmt: string) => ({ name, ord, qfmt, afmt })

const answered = '{{FrontSide}}<hr id=answer>'
const models = {
  1: {
    id: 1,
    name: 'Basic (and reversed card)',
    type: 0,
    flds: [field('Front', 0), field('Back', 1)],
    tmpls: [
      template('Card 1', 0, '{{Front}}', `${answered}{{Back}}`),
      template('Card 2', 1, '{{Back}}', `${answered}{{Front}}`),
    ],
  },
  2: {
    id: 2,
    name: 'Cloze',
    type: 1,
    flds: [field('Text', 0), field('Back Extra', 1)],
    tmpls: [template('Cloze', 0, '{{cloze:Text}}', '{{cloze:Text}}<br>{{Back Extra}}')],
  },
}

export interface NoteSpec {
  readonly id: number
  readonly guid?: string
  readonly model?: 1 | 2
  readonly fields: readonly string[]
  readonly tags?: string
}

export interface CardSpec {
  readonly id: number
  readonly note: number
  readonly ord?: number
  readonly deck?: string
  readonly type?: number
  readonly queue?: number
  readonly due?: number
  readonly ivl?: number
  readonly factor?: number
  readonly flags?: number
  readonly data?: string
}

/** id, card, ease, interval, factor, milliseconds, type */
export type ReviewSpec = readonly [number, number, number, number, number, number, number]

export interface CollectionSpec {
  readonly notes: readonly NoteSpec[]
  readonly cards: readonly CardSpec[]
  readonly reviews?: readonly ReviewSpec[]
}

const deckNumbers = (cards: readonly CardSpec[]): ReadonlyMap<string, number> => {
  const json: { readonly [id: string]: { readonly name: string } } = JSON.parse(
    decksJson([...new Set(cards.map(({ deck }) => deck ?? 'Course::Week 1'))], created),
  )
  return new Map(Object.entries(json).map(([id, { name }]) => [name, Number(id)]))
}

const rows = ({ notes, cards, reviews = [] }: CollectionSpec) => {
  const decks = deckNumbers(cards)
  return [
    {
      insert: inserts.notes,
      rows: notes.map(
        ({ id, guid, model = 1, fields, tags = '' }): Row => [
          id,
          guid ?? `guid-${id}`,
          model,
          0,
          -1,
          tags,
          fields.join('\u001f'),
          fields[0] ?? '',
          0,
          0,
          '',
        ],
      ),
    },
    {
      insert: inserts.cards,
      rows: cards.map(
        ({
          id,
          note,
          ord = 0,
          deck = 'Course::Week 1',
          type = 0,
          queue,
          due = 1,
          ivl = 0,
          factor = 0,
          flags = 0,
          data = '',
        }): Row => [
          id,
          note,
          decks.get(deck) ?? 1,
          ord,
          0,
          -1,
          type,
          queue ?? type,
          due,
          ivl,
          factor,
          0,
          0,
          0,
          0,
          0,
          flags,
          data,
        ],
      ),
    },
    {
      insert: inserts.revlog,
      rows: reviews.map(
        ([id, card, ease, ivl, factor, time, type]): Row => [id, card, -1, ease, ivl, 0, factor, time, type],
      ),
    },
  ]
}

/** A collection of schema 11. */
export const legacyCollection = (spec: CollectionSpec): Promise<Uint8Array> => {
  const conf = JSON.stringify({ creationOffset: 0, rollover: 4 })
  const names = [...new Set(spec.cards.map(({ deck }) => deck ?? 'Course::Week 1'))]
  const col: Row = [
    1,
    created,
    0,
    0,
    11,
    0,
    0,
    0,
    conf,
    JSON.stringify(models),
    decksJson(names, created),
    presetsJson(0.9, created),
    '{}',
  ]
  return writeTables(schema, [{ insert: inserts.col, rows: [col] }, ...rows(spec)])
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]
const bytesField = (number: number, bytes: Uint8Array | string): number[] => {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return [...varint(number * 8 + 2), ...varint(data.length), ...data]
}

/** A frame of zstd whose blocks are stored as they are, without the size of its content, as Anki writes them. */
export const zstd = (data: Uint8Array): Uint8Array => {
  const block = 128 * 1024
  const parts: Uint8Array[] = [new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58])]
  for (let at = 0; at === 0 || at < data.length; at += block) {
    const piece = data.subarray(at, at + block)
    const header = piece.length * 8 + (at + block >= data.length ? 1 : 0)
    parts.push(new Uint8Array([header & 255, (header >> 8) & 255, header >> 16]), piece)
  }
  return new Uint8Array(Buffer.concat(parts))
}

const hex = (bytes: readonly number[]) => `x'${Buffer.from(bytes).toString('hex')}'`
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** A collection of schema 18, with the sorting rule that only Anki knows. */
export const modernCollection = async (spec: CollectionSpec): Promise<Uint8Array> => {
  const decks = deckNumbers(spec.cards)
  const floats = (values: readonly number[]) => new Uint8Array(new Float32Array(values).buffer)
  const config = [
    ...bytesField(1, floats([1, 10])),
    ...bytesField(2, floats([10])),
    ...varint(9 * 8),
    ...varint(15),
    ...varint(16 * 8),
    ...varint(36500),
    ...varint(37 * 8 + 5),
    ...new Uint8Array(new Float32Array([0.92]).buffer),
  ]
  const statements = [
    ...schema.slice(0, 5),
    'create table config (KEY text not null primary key, usn integer not null, mtime_secs integer not null, val blob not null) without rowid',
    'create table deck_config (id integer primary key not null, name text not null collate nocase , mtime_secs integer not null, usn integer not null, config blob not null)',
    'create table notetypes (id integer not null primary key, name text not null collate nocase , mtime_secs integer not null, usn integer not null, config blob not null)',
    'create table fields (ntid integer not null, ord integer not null, name text not null collate nocase , config blob not null, primary key (ntid, ord)) without rowid',
    'create table templates (ntid integer not null, ord integer not null, name text not null collate nocase , mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid',
    'create table decks (id integer primary key not null, name text not null collate nocase , mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null)',
    'create unique index idx_notetypes_name on notetypes (name)',
    `insert into col values (1, ${created}, 0, 0, 18, 0, 0, 0, '', '', '', '', '')`,
    `insert into config values ('creationOffset', 0, 0, ${hex([48])}), ('rollover', 0, 0, ${hex([52])})`,
    `insert into deck_config values (1, 'Default', 0, 0, ${hex(config)})`,
    ...Object.values(models).flatMap(({ id, name, type, flds, tmpls }) => [
      `insert into notetypes values (${id}, ${quoted(name)}, 0, 0, ${hex(type === 0 ? [] : [8, 1])})`,
      ...flds.map((one) => `insert into fields values (${id}, ${one.ord}, ${quoted(one.name)}, x'')`),
      ...tmpls.map(
        (one) =>
          `insert into templates values (${id}, ${one.ord}, ${quoted(one.name)}, 0, 0, ${hex([...bytesField(1, one.qfmt), ...bytesField(2, one.afmt)])})`,
      ),
    ]),
    ...[...decks].map(
      ([name, id]) =>
        `insert into decks values (${id}, ${quoted(name.replaceAll('::', '\u001f'))}, 0, 0, x'', ${hex(bytesField(1, new Uint8Array([8, 1])))})`,
    ),
  ]
  const bytes = Buffer.from(await writeTables(statements, rows(spec)))
  for (let at = bytes.indexOf('collate nocase '); at >= 0; at = bytes.indexOf('collate nocase ', at + 1))
    bytes.write('collate unicase', at)
  return new Uint8Array(bytes)
}

export type Media = { readonly [name: string]: Uint8Array }

export const legacyPackage = async (spec: CollectionSpec, media: Media = {}): Promise<Uint8Array> => {
  const names = Object.keys(media)
  return zipSync({
    'collection.anki2': await legacyCollection(spec),
    media: new TextEncoder().encode(JSON.stringify(Object.fromEntries(names.map((name, i) => [i, name])))),
    ...Object.fromEntries(Object.values(media).map((data, i) => [String(i), data])),
  })
}

const decoy: CollectionSpec = {
  notes: [
    { id: 1, fields: ['Please update to the latest Anki version, then import the .colpkg/.apkg file again.', ''] },
  ],
  cards: [{ id: 1, note: 1 }],
}

export const decoyCollection = () => legacyCollection(decoy)

export const modernPackage = async (spec: CollectionSpec, media: Media = {}): Promise<Uint8Array> => {
  const list = new Uint8Array(Object.keys(media).flatMap((name) => bytesField(1, new Uint8Array(bytesField(1, name)))))
  return zipSync(
    {
      meta: new Uint8Array([8, 3]),
      'collection.anki21b': zstd(await modernCollection(spec)),
      'collection.anki2': await decoyCollection(),
      media: zstd(list),
      ...Object.fromEntries(Object.values(media).map((data, i) => [String(i), zstd(data)])),
    },
    { level: 0 },
  )
}

export const tables = loadTables
