import { withoutTags } from '../../text/without-tags'
import type { AnkiCard, AnkiNote, Collection, Notetype } from '../collection/collection'
import { type Care, toMarkdown } from '../html/to-markdown'
import type { LossKind, LossyRow } from '../report'
import type { CardFields } from './deck-files'
import { cardIdOf, conceptIdOf, figureOf } from './identity'
import { answerTemplate, renderTemplate } from './template'

export interface DraftCard {
  readonly id: string
  readonly anki: AnkiCard
  readonly note: AnkiNote
  /** Path of the deck it is at home in. */
  readonly path: readonly string[]
  readonly fields: CardFields
  readonly pictures: readonly string[]
  readonly lossy: readonly LossyRow[]
}

export type Drafted = DraftCard | { readonly left: LossyRow }

const clozeName = /\{\{\s*(?:[^{}]*:)?cloze:([^{}]*)\}\}/g

const fieldsOf = (note: AnkiNote, type: Notetype, path: readonly string[], card: string): ReadonlyMap<string, string> =>
  new Map([
    ['Tags', note.tags.join(' ')],
    ['Type', type.name],
    ['Deck', path.join('::')],
    ['Subdeck', path.at(-1) ?? ''],
    ['Card', card],
    ...type.fields.map((name, i): [string, string] => [name, note.fields[i] ?? '']),
  ])

/** The deck a card is at home in; a filtered deck only lends it. */
const homeOf = (card: AnkiCard, { decks }: Collection): readonly string[] => {
  const deck = decks.get(card.originalDeck !== 0 ? card.originalDeck : card.deck)
  const path = (deck?.path ?? []).map((name) => name.trim()).filter(Boolean)
  return path.length === 0 ? ['Anki'] : path
}

/** One card of a note as a card of ours: basic, or cloze with the gaps of its number. */
export const draftCard = (
  card: AnkiCard,
  note: AnkiNote,
  collection: Collection,
  media: ReadonlySet<string>,
  care: Care = 'full',
): Drafted => {
  const out = (kind: LossKind, detail: string): Drafted => ({ left: { kind, left: 'out', guid: note.guid, detail } })
  const type = collection.notetypes.get(note.notetype)
  const template = type?.cloze === true ? type.templates[0] : type?.templates[card.ord]
  const words = note.fields.map((field) => withoutTags(field, ' ').trim())
  const first = (words.find((text) => text !== '') ?? '').slice(0, 80)
  if (type === undefined || template === undefined) return out('no-note-type', first)
  if (type.cloze && note.fields.some((field) => field.includes('image-occlusion:'))) return out('image-occlusion', '')

  const path = homeOf(card, collection)
  const cloze = type.cloze ? card.ord + 1 : null
  const fields = fieldsOf(note, type, path, template.name)
  const lossy: LossyRow[] = []
  const pictures = new Set<string>()
  const figure = (name: string) => (media.has(name) ? figureOf(name) : null)
  const set = (html: string): string => {
    const text = toMarkdown(html, { care, figure })
    for (const name of text.pictures) pictures.add(name)
    for (const { what, detail } of text.losses) lossy.push({ kind: what, left: 'changed', guid: note.guid, detail })
    return text.markdown
  }
  const front = set(renderTemplate(template.front, { fields, cloze, side: 'front' }))
  const backTemplate = answerTemplate(template.back)
  const back = set(
    renderTemplate(cloze === null ? backTemplate : backTemplate.replace(clozeName, ''), {
      fields,
      cloze,
      side: 'back',
    }),
  )
  const place = {
    id: cardIdOf(note.guid, card.ord),
    concepts: [conceptIdOf(path)],
    ...(note.tags.length === 0 ? {} : { tags: note.tags }),
  }
  const done = (words: { readonly [field: string]: string } & { readonly type: string }): DraftCard => ({
    id: place.id,
    anki: card,
    note,
    path,
    fields: { ...place, ...words },
    pictures: [...pictures],
    lossy: once(lossy),
  })
  if (front === '') return out('no-front', first)
  if (cloze !== null) {
    if (!/(?<!=)==(?!=)|\\cloze\{/.test(front)) return out('no-gap', first)
    return done({ type: 'cloze', text: front, ...(back === '' ? {} : { note: back }) })
  }
  if (back === '') lossy.push({ kind: 'no-back', left: 'changed', guid: note.guid, detail: first })
  return done({ type: 'basic', front, back: back === '' ? '—' : back })
}

const once = (rows: readonly LossyRow[]): readonly LossyRow[] => [
  ...new Map(rows.map((row) => [`${row.kind} ${row.detail}`, row])).values(),
]
