import { ok, type Result, refuse } from '@/lib/core/result'
import { type DraftRow, firstWords } from '../draft/draft'
import type { ImportedConcept, Importer } from '../importer'
import { importLimits } from '../limits'
import { type FileRefusal, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { splitFront } from '../text/front-matter'
import { isZip, openZip } from '../zip/open-zip'
import { readCard, withPictures } from './card'
import { type CardFence, fencesIn } from './fences'
import { readFront } from './front'

interface Opened {
  readonly text: string
  readonly entry: string | null
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const isPicture = (name: string): boolean => /^figures\/[^/]+$/.test(name)

const open = (bytes: Uint8Array): Result<Opened, FileRefusal> => {
  if (!isZip(bytes)) {
    const text = decodeBytes(bytes)
    return text.ok ? ok({ text: text.value, entry: null, pictures: new Map() }) : text
  }
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const entry = zip.value.names.find((name) => /^[^/]+\.md$/i.test(name))
  const packed = entry === undefined ? null : zip.value.read(entry)
  if (entry === undefined || packed === null) return refuse(refusal('nothing-here'))
  const text = decodeBytes(packed)
  if (!text.ok) return text
  const pictures = new Map<string, Uint8Array>()
  let room: number = importLimits.pictures
  for (const name of zip.value.names.filter(isPicture)) {
    const data = zip.value.read(name)
    if (data === null || data.length > room) continue
    room -= data.length
    pictures.set(name, data)
  }
  return ok({ text: text.value, entry, pictures })
}

const rowOf = (fence: CardFence, entry: string | null, known: ReadonlyMap<string, ImportedConcept>): DraftRow => {
  const card = fence.closed ? readCard(fence.body) : refuse('```')
  const base = { line: fence.line, entry, source: fence.body, heading: fence.heading }
  if (!card.ok)
    return {
      ...base,
      title: firstWords(fence.body),
      tags: [],
      reasons: [fence.closed ? { kind: 'not-a-card', detail: card.error } : { kind: 'unclosed', detail: '' }],
      make: null,
    }
  const { id, type, concepts, tags, fields } = card.value
  return {
    ...base,
    title: firstWords(id ?? fence.body),
    concepts: concepts.map((name) => known.get(name) ?? { id: name, title: name }),
    tags,
    reasons: [],
    make: (pen) => [
      {
        id,
        key: fence.body,
        type,
        fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, withPictures(value, pen)])),
      },
    ],
  }
}

/** Our own Markdown: cards as fenced YAML with their ids, below a front matter that names the concepts. Nothing is lost. */
export const gradeckMarkdown: Importer = {
  name: 'gradeck-markdown',
  endings: ['.md', '.zip'],
  fits: ({ head, entries }) =>
    /^(?:`{3,}|~{3,})\s*(?:card|compute)\s*$/m.test(head) ||
    (entries.length > 0 && entries.every((name) => /^[^/]+\.md$/i.test(name) || isPicture(name))),
  read: (bytes) => {
    const opened = open(bytes)
    if (!opened.ok) return opened
    const { front, lines, firstLine } = splitFront(opened.value.text)
    const { title, concepts } = readFront(front)
    const known = new Map(concepts.map((concept) => [concept.id, concept]))
    const fences = fencesIn(lines, firstLine)
    if (fences.length === 0) return refuse(refusal('nothing-here'))
    if (fences.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${fences.length} > ${importLimits.rows}`))
    const rows = fences.map((fence) => rowOf(fence, opened.value.entry, known))
    return ok({ title, rows, pictures: opened.value.pictures })
  },
}
