import { refused } from '../archive/refusal'
import { fromUtf8 } from '../archive/zip'
import { numberAt, textAt } from './cells'
import type { AnkiCard, AnkiNote, AnkiReview, Collection } from './collection'
import { readLegacyFrame } from './read-legacy'
import { readModernFrame } from './read-modern'
import type { Cell, OpenTables, Tables } from './tables'

/** Far beyond a lifetime of study; a file that says more is meant to harm. */
const most = { notes: 200_000, cards: 400_000, reviews: 3_000_000 }

const noteOf = (row: readonly Cell[]): AnkiNote => ({
  id: numberAt(row, 0),
  guid: textAt(row, 1),
  notetype: numberAt(row, 2),
  tags: textAt(row, 3).split(/\s+/).filter(Boolean),
  fields: textAt(row, 4).split('\u001f'),
})

const cardOf = (row: readonly Cell[]): AnkiCard => ({
  id: numberAt(row, 0),
  note: numberAt(row, 1),
  deck: numberAt(row, 2),
  ord: numberAt(row, 3),
  type: numberAt(row, 4),
  queue: numberAt(row, 5),
  due: numberAt(row, 6),
  interval: numberAt(row, 7),
  reps: numberAt(row, 8),
  lapses: numberAt(row, 9),
  left: numberAt(row, 10),
  originalDue: numberAt(row, 11),
  originalDeck: numberAt(row, 12),
  flag: numberAt(row, 13) & 7,
  data: textAt(row, 14),
  factor: numberAt(row, 15),
})

const reviewOf = (row: readonly Cell[]): AnkiReview => ({
  id: numberAt(row, 0),
  card: numberAt(row, 1),
  ease: numberAt(row, 2),
  interval: numberAt(row, 3),
  factor: numberAt(row, 4),
  durationMs: numberAt(row, 5),
  type: numberAt(row, 6),
})

const tooMany = (what: string, limit: number) =>
  refused('too-large', `The collection has more than ${limit} ${what}.`, 'Export one deck at a time.')

const take = <T>(rows: Iterable<readonly Cell[]>, read: (row: readonly Cell[]) => T, what: keyof typeof most): T[] => {
  const found: T[] = []
  for (const row of rows) {
    if (found.length >= most[what]) throw tooMany(what, most[what])
    found.push(read(row))
  }
  return found
}

/** The note that Anki puts where old programs look, so that they ask for an update. */
const isDecoy = (notes: readonly AnkiNote[]): boolean =>
  notes.length === 1 && /please update to the latest anki version/i.test(notes[0]?.fields.join(' ') ?? '')

const collectionOf = (tables: Tables): Collection => {
  const checked = [...tables.rows('pragma quick_check(1)')].map((row) => textAt(row, 0))
  if (checked[0] !== 'ok')
    throw refused('damaged', 'The collection is damaged.', 'Use "Check Database" in Anki and export again.')
  const [col] = [...tables.rows('select crt, ver from col limit 1')]
  if (col === undefined) throw refused('damaged', 'The collection is empty.', 'Export it from Anki again.')
  const version = numberAt(col, 1)
  if (version !== 11 && version !== 18)
    throw refused(
      version > 18 ? 'too-new' : 'damaged',
      `The collection is of schema ${version}; 11 and 18 are read.`,
      'Export it from today\'s Anki with "Support older Anki versions".',
    )
  const notes = take(tables.rows('select id, guid, mid, tags, flds from notes order by id'), noteOf, 'notes')
  if (isDecoy(notes))
    throw refused(
      'decoy-only',
      'The package holds only the note that asks old programs to update.',
      'Its collection was lost on the way. Export it from Anki again.',
    )
  return {
    createdAt: numberAt(col, 0) * 1000,
    ...(version === 11 ? readLegacyFrame(tables) : readModernFrame(tables)),
    notes,
    cards: take(
      tables.rows(
        'select id, nid, did, ord, type, queue, due, ivl, reps, lapses, left, odue, odid, flags, data, factor from cards order by nid, ord',
      ),
      cardOf,
      'cards',
    ),
    reviews: take(
      tables.rows('select id, cid, ease, ivl, factor, time, type from revlog order by id'),
      reviewOf,
      'reviews',
    ),
  }
}

/**
 * Anki sorts by a rule of its own that no other SQLite knows; a rule everybody knows, of the same length, lets the tables be
 * read. The bytes are changed where they are.
 */
const withoutUnicase = (bytes: Uint8Array): Uint8Array => {
  const wanted = [...'unicase'].map((sign) => sign.charCodeAt(0))
  const known = [...'nocase '].map((sign) => sign.charCodeAt(0))
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (!wanted.every((sign, i) => bytes[at + i] === sign)) continue
    if (/collate\s+$/i.test(fromUtf8(bytes.subarray(Math.max(0, at - 9), at)))) bytes.set(known, at)
  }
  return bytes
}

/** What a collection's database says. @throws `Refused` when it cannot be read. */
export const readCollection = (bytes: Uint8Array, open: OpenTables): Collection => {
  const tables = open(withoutUnicase(bytes))
  const damaged = () =>
    refused('damaged', 'The collection is damaged.', 'Use "Check Database" in Anki and export again.')
  if (tables === null) throw damaged()
  try {
    return collectionOf(tables)
  } finally {
    tables.close()
  }
}
