import type { CardId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { startOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import type { ExportedDeck } from './export-deck'
import { basicModel, clozeModel, confJson, deckId, decksJson, modelsJson, presetsJson, stableId } from './frame'
import { guidsOf } from './identity'
import { deckName, noteOf } from './note-of'
import { revlogRows, scheduleOf } from './rows'
import { inserts, schema } from './schema'
import { fieldSum } from './sha1'
import { toUtf8, zip } from './zip'

export type Row = readonly (number | string)[]

/** Makes an SQLite database; what stands behind it is the platform's. */
export type WriteTables = (
  statements: readonly string[],
  tables: readonly { readonly insert: string; readonly rows: readonly Row[] }[],
) => Promise<Uint8Array>

const figureName = (src: string): string => src.slice(src.lastIndexOf('/') + 1)

/** A field as Anki compares and sorts it: names of pictures and words, nothing else taken away, not even a space at an end. */
export const stripped = (html: string): string =>
  html
    .replace(/<img[^>]*\bsrc="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const byCard = (events: readonly ReviewEvent[]): ReadonlyMap<CardId, readonly ReviewEvent[]> => {
  const groups = new Map<CardId, ReviewEvent[]>()
  for (const event of events) {
    const known = groups.get(event.cardId)
    if (known) known.push(event)
    else groups.set(event.cardId, [event])
  }
  return groups
}

const uniqueInstants = () => {
  const taken = new Set<number>()
  return (at: number): number => {
    let free = at
    while (taken.has(free)) free++
    taken.add(free)
    return free
  }
}

const rowsOf = (deck: ExportedDeck) => {
  const seconds = Math.floor(deck.now / 1000)
  const place = { zoneOffset: deck.zoneOffset, dayStartsAt: deck.dayStartsAt }
  const firstDay = studyDay({ at: deck.events.reduce((least, { at }) => Math.min(least, at), deck.now), ...place })
  const guids = guidsOf(deck.cards.map(({ id }) => id))
  const events = byCard(deck.events)
  const unique = uniqueInstants()
  const ids = uniqueInstants()
  const notes: Row[] = []
  const cards: Row[] = []
  const revlog: Row[] = []
  const media = (src: string) => (deck.figures.has(src) ? figureName(src) : null)
  deck.cards.forEach((card, position) => {
    const { cloze, fields } = noteOf(card, media)
    const guid = guids.get(card.id) ?? card.id
    const note = ids(stableId(`note ${guid}`))
    const id = ids(stableId(`card ${card.id}`))
    const first = stripped(fields[0])
    const tags = card.tags.length === 0 ? '' : ` ${card.tags.map((tag) => tag.replace(/\s+/g, '_')).join(' ')} `
    notes.push([
      note,
      guid,
      cloze ? clozeModel : basicModel,
      seconds,
      -1,
      tags,
      fields.join('\u001f'),
      first,
      fieldSum(toUtf8(first)),
      0,
      '',
    ])
    const schedule = scheduleOf(deck.states.get(card.id), position + 1, {
      firstDay,
      retention: deck.retention,
      steps: deck.states.get(card.id)?.memory.kind === 'relearning' ? 1 : 2,
    })
    const { type, queue, due, ivl, factor, reps, lapses, left, flags, data } = schedule
    const did = deckId(deckName(card))
    cards.push([id, note, did, 0, seconds, -1, type, queue, due, ivl, factor, reps, lapses, left, 0, 0, flags, data])
    revlog.push(...revlogRows(card.id, events.get(card.id) ?? [], id, unique))
  })
  const created = Math.floor(startOfStudyDay(firstDay, { at: deck.now, ...place }) / 1000)
  const col: Row = [
    1,
    created,
    deck.now,
    deck.now,
    11,
    0,
    0,
    0,
    confJson(deck.zoneOffset, deck.dayStartsAt),
    modelsJson(seconds),
    decksJson([...new Set(deck.cards.map(deckName))], seconds),
    presetsJson(deck.retention, seconds),
    '{}',
  ]
  return { col, notes, cards, revlog: revlog.sort((a, b) => Number(a[0]) - Number(b[0])) }
}

/**
 * A deck with its learner's memory, log and pictures as a package of Anki's second format, which every Anki since 2.1 opens. The same deck
 * gives the same ids, so that importing it again updates instead of doubling.
 */
export const writePackage = async (deck: ExportedDeck, write: WriteTables): Promise<Uint8Array> => {
  const { col, notes, cards, revlog } = rowsOf(deck)
  const collection = await write(schema, [
    { insert: inserts.col, rows: [col] },
    { insert: inserts.notes, rows: notes },
    { insert: inserts.cards, rows: cards },
    { insert: inserts.revlog, rows: revlog },
  ])
  const figures = [...deck.figures].map(([src, data]) => ({ name: figureName(src), data }))
  return zip([
    { name: 'meta', data: new Uint8Array([8, 2]), pack: false },
    { name: 'collection.anki21', data: collection, pack: true },
    // Programs older than this format find the same here.
    { name: 'collection.anki2', data: collection, pack: true },
    {
      name: 'media',
      data: toUtf8(JSON.stringify(Object.fromEntries(figures.map(({ name }, i) => [i, name])))),
      pack: true,
    },
    ...figures.map(({ data }, i) => ({ name: String(i), data, pack: false })),
  ])
}
