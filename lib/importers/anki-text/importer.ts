import { ok, refuse } from '@/lib/core/result'
import { pathTitle } from '../anki/cards/deck-files'
import { cardIdOf, conceptIdOf } from '../anki/cards/identity'
import { answerTemplate, renderTemplate } from '../anki/cards/template'
import { type DraftCard, type DraftRow, firstWords, noPictures, type Pen } from '../draft/draft'
import type { Importer } from '../importer'
import { type Reason, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { bareWords, html } from '../text/text'
import { hasHeaders, readHeaders } from './headers'
import { type TextNote, textNotes } from './notes'
import { readRows, type TextRow } from './rows'

/** A text is quicker read than a question bank: what people export from Anki is often whole collections. */
const mostRows = 20_000

const clozeName = /\{\{\s*(?:[^{}]*:)?cloze:([^{}]*)\}\}/g

/** The two sides of one card as HTML, filled in as Anki would. */
const sidesOf = ({ type, fields }: TextNote, ord: number): { readonly front: string; readonly back: string } => {
  const template = type.cloze ? type.templates[0] : type.templates[ord]
  const filled = new Map(type.fields.map((name, i): [string, string] => [name, fields[i] ?? '']))
  const rendering = { fields: filled, cloze: type.cloze ? ord + 1 : null }
  const back = answerTemplate(template?.back ?? '')
  return {
    front: renderTemplate(template?.front ?? '', { ...rendering, side: 'front' }),
    back: renderTemplate(type.cloze ? back.replace(clozeName, '') : back, { ...rendering, side: 'back' }),
  }
}

const cardOf = (note: TextNote, ord: number, pen: Pen): DraftCard | null => {
  const { front, back } = sidesOf(note, ord)
  const [asked, answered] = [pen.set(html(front)), pen.set(html(back))]
  const who = { id: cardIdOf(note.guid, ord), key: `${note.guid} ${ord}` }
  if (note.type.cloze)
    return { ...who, type: 'cloze', fields: { text: asked, ...(answered === '' ? {} : { note: answered }) } }
  return { ...who, type: 'basic', fields: { front: asked, back: answered === '' ? '—' : answered } }
}

const faultOf = (note: TextNote): Reason['kind'] | null => {
  if (bareWords(html(note.fields[0] ?? '')) === '' && !/<img\b/i.test(note.fields[0] ?? '')) return 'no-question'
  return note.ords.length === 0 ? 'no-gap' : null
}

const rowOf = (note: TextNote, row: TextRow): DraftRow => {
  const fault = faultOf(note)
  return {
    line: row.line,
    entry: null,
    title: firstWords(bareWords(html(note.fields.find((field) => field !== '') ?? ''))) || row.cells.join(' '),
    source: row.cells.join('\t'),
    heading: note.path,
    concepts: [{ id: conceptIdOf(note.path), title: pathTitle(note.path).slice(0, 300) }],
    tags: note.tags,
    reasons: fault === null ? [] : [{ kind: fault, detail: '' }],
    make: fault !== null ? null : (pen) => note.ords.flatMap((ord) => cardOf(note, ord, pen) ?? []),
  }
}

/** Text with Anki's headers (`#separator:`, `#deck column:` ...), as its "Notes in Plain Text" writes it; named, a text without any. */
export const ankiText: Importer = {
  name: 'anki-text',
  endings: ['.txt'],
  fits: ({ head }) => hasHeaders(head),
  read: (bytes, file) => {
    const decoded = decodeBytes(bytes)
    if (!decoded.ok) return decoded
    const text = decoded.value.replace(/^\ufeff/, '')
    const headers = readHeaders(text)
    const { rows, unclosed } = readRows(text, headers)
    if (unclosed !== null) return refuse(refusal('open-quote', '', unclosed))
    if (rows.length === 0) return refuse(refusal('nothing-here'))
    if (rows.length > mostRows) return refuse(refusal('too-many-rows', `${rows.length} > ${mostRows}`))
    const title = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
    const notes = textNotes(rows, headers, title)
    const tops = new Set(notes.map(({ path }) => path[0] ?? ''))
    const [top = ''] = tops
    return ok({
      title: tops.size === 1 ? top.slice(0, 180) : '',
      rows: notes.flatMap((note, i) => {
        const row = rows[i]
        return row === undefined ? [] : [rowOf(note, row)]
      }),
      pictures: noPictures,
    })
  },
}
