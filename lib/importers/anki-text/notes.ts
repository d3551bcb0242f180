import { hashText } from '@/lib/core/hash'
import type { Notetype } from '../anki/collection/collection'
import type { Headers } from './headers'
import type { TextRow } from './rows'

const answered = '{{FrontSide}}<hr id=answer>'
const card = (name: string, front: string, back: string) => ({ name, front, back: `${answered}${back}` })

/** What a note of so many fields is when nothing else says so: asked by its first field, answered by the others. */
const basic = (name: string, fields: readonly string[], reversed: boolean): Notetype => {
  const [first = 'Front', second = 'Back', ...more] = fields
  const rest = more.map((field) => `{{#${field}}}<br>{{${field}}}{{/${field}}}`).join('')
  const forth = card('Card 1', `{{${first}}}`, `{{${second}}}${rest}`)
  return {
    name,
    cloze: false,
    fields: [first, second, ...more],
    templates: reversed ? [forth, card('Card 2', `{{${second}}}`, `{{${first}}}${rest}`)] : [forth],
  }
}

const cloze = (name: string, fields: readonly string[]): Notetype => {
  const [text = 'Text', ...more] = fields
  const rest = more.map((field) => `<br>{{${field}}}`).join('')
  return {
    name,
    cloze: true,
    fields: [text, ...more],
    templates: [{ name: 'Cloze', front: `{{cloze:${text}}}`, back: `{{cloze:${text}}}${rest}` }],
  }
}

const looksLikeHtml = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')

/** Gap numbers of a note, less one: which cards it has. */
const gapsOf = (fields: readonly string[]): readonly number[] => {
  const found = new Set<number>()
  for (const [, numbers = ''] of fields.join(' ').matchAll(/\{\{c([\d,]+)::/g))
    for (const number of numbers.split(',')) if (Number(number) >= 1) found.add(Number(number) - 1)
  return [...found].sort((a, b) => a - b)
}

/** Columns that hold fields, in order; a further one holds tags where no column is named for them. */
const columnsOf = (headers: Headers, width: number) => {
  const { notetypeColumn, deckColumn, tagsColumn, guidColumn, columns } = headers
  const taken = new Set([notetypeColumn, deckColumn, tagsColumn, guidColumn])
  const free = Array.from({ length: width }, (_, i) => i).filter((i) => !taken.has(i))
  const tags = tagsColumn ?? free.find((i) => /^tags$/i.test(columns[i] ?? '')) ?? null
  const fields = free.filter((i) => i !== tags)
  // A table that names its front and back may say more about its cards than they do.
  const sides = ['front', 'back'].map((side) => fields.find((i) => columns[i]?.toLowerCase() === side))
  const [front, back] = sides
  return { fields: front === undefined || back === undefined ? fields : [front, back], tags }
}

/** A note as a text has it. Its number is that of its row. */
export interface TextNote {
  readonly guid: string
  readonly type: Notetype
  /** HTML. */
  readonly fields: readonly string[]
  readonly tags: readonly string[]
  /** Decks from the outermost in. */
  readonly path: readonly string[]
  /** Which of its cards there are. */
  readonly ords: readonly number[]
}

/** The rows of a text as notes of Anki's, one each; `title` is the deck of those that name none. */
export const textNotes = (rows: readonly TextRow[], headers: Headers, title: string): readonly TextNote[] => {
  const html =
    headers.html ??
    rows
      .slice(0, 5)
      .flatMap(({ cells }) => cells)
      .some((cell) => looksLikeHtml.test(cell))
  return rows.map(({ cells }) => {
    const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').trim())
    const { fields: places, tags } = columnsOf(headers, Math.max(cells.length, headers.columns.length))
    const fields = places.map((at) => (html ? cell(at) : escaped(cell(at))))
    const name = cell(headers.notetypeColumn) || headers.notetype || ''
    const gaps = gapsOf(fields)
    const isCloze = /cloze/i.test(name) || (gaps.length > 0 && !/^basic/i.test(name))
    const reversed = /revers/i.test(name) && !/optional/i.test(name)
    const labels = places.map((at, i) => headers.columns[at]?.replace(/[{}#^/:]/g, '') || `Field ${i + 1}`)
    const path = (cell(headers.deckColumn) || headers.deck || title).split('::').map((part) => part.trim())
    const own = cell(headers.guidColumn)
    return {
      // Without a guid, what is asked is who the note is.
      guid: own === '' ? `text-${hashText(`${isCloze}\u0000${fields[0] ?? ''}`).slice(0, 16)}` : own,
      type: isCloze ? cloze(name, labels) : basic(name, labels, reversed),
      fields,
      tags: [...new Set([...headers.tags, ...cell(tags).split(/\s+/).filter(Boolean)])],
      path: path.filter(Boolean).length === 0 ? ['Anki'] : path.filter(Boolean),
      ords: isCloze ? gaps : reversed ? [0, 1] : [0],
    }
  })
}
