import { type Formulas, makeFormulas } from '@/lib/content/markdown/formulas'
import type { Language } from '@/lib/core/language'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { FileConcept } from '../concepts-file'
import { withoutTags } from '../text/without-tags'
import type { OpenedPackage } from './archive/open-package'
import { refused } from './archive/refusal'
import { type CardFields, conceptsOf } from './cards/deck-files'
import { type DraftCard, draftCard } from './cards/draft-card'
import { figureOf } from './cards/identity'
import { settle } from './cards/settle'
import type { AnkiCard, Collection } from './collection/collection'
import { groupBy } from './group-by'
import type { Care } from './html/to-markdown'
import { allEvents } from './memory/all-events'
import { commonPreset, settingsBy } from './memory/presets'
import { noteRows } from './note-rows'
import type { ImportReport, LossyRow } from './report'

/** Who imports, into which deck of ours, when and where. */
export interface ImportGround {
  readonly deck: string
  /** Ours for these events. */
  readonly deviceId: string
  /** ms since 1970. */
  readonly now: number
  /** Minutes east of UTC; used where the collection does not say where it was made. */
  readonly zoneOffset: number
  /** For whoever reads the same texts once more, as a deck. */
  readonly formulas?: Formulas
}

/** Where a collection came from, and its pictures. */
export type CollectionSource = Pick<OpenedPackage, 'media' | 'readMedia'> & {
  readonly container: ImportReport['container']
}

export interface CollectionImport {
  /** Title of the deck: the outermost Anki deck, where all cards share it. */
  readonly title: string
  readonly language: Language
  /** Cards as they stand in a `*.cards.yaml`. */
  readonly cards: readonly CardFields[]
  /** Anki's decks, one concept each. */
  readonly concepts: readonly FileConcept[]
  readonly figures: readonly { readonly path: string; readonly data: Uint8Array }[]
  readonly events: readonly ReviewEvent[]
  readonly report: ImportReport
}

const languageOf = (collection: Collection): Language => {
  const words = collection.notes.slice(0, 2000).map(({ fields }) => fields.join(' '))
  const sample = withoutTags(words.join(' '), '').slice(0, 200_000)
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return han > latin ? 'zh' : 'en'
}

const titleOf = (cards: readonly DraftCard[]): string => {
  const tops = new Set(cards.map(({ path }) => path[0] ?? ''))
  const [only = ''] = tops
  const title = (tops.size === 1 ? only : 'Anki')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 180)
  return title === '' ? 'Anki' : title
}

const draftAll = (collection: Collection, media: ReadonlySet<string>, lossy: LossyRow[]): readonly DraftCard[] => {
  const cardsOf = groupBy(collection.cards, ({ note }) => note)
  const seen = new Set<string>()
  return collection.notes.flatMap((note) => {
    if (seen.has(note.guid)) {
      lossy.push({ kind: 'same-guid', left: 'out', guid: note.guid, detail: '' })
      return []
    }
    seen.add(note.guid)
    const once = new Map((cardsOf.get(note.id) ?? []).map((card): [number, AnkiCard] => [card.ord, card]))
    return [...once.values()].flatMap((card): readonly DraftCard[] => {
      const drafted = draftCard(card, note, collection, media)
      if ('left' in drafted) {
        lossy.push(drafted.left)
        return []
      }
      return [drafted]
    })
  })
}

/** Cards that a deck can hold, with pictures within the limits: those beyond them are as if they were not in the package. */
const settleAll = (
  collection: Collection,
  source: CollectionSource,
  drafts: readonly DraftCard[],
  language: Language,
  formulas: Formulas,
) => {
  const pictures = source.readMedia(new Set(drafts.flatMap((card) => card.pictures)))
  const media = new Set(pictures.files.keys())
  const redraft = (card: DraftCard, care?: Care): DraftCard | null => {
    const again = draftCard(card.anki, card.note, collection, media, care)
    return 'left' in again ? null : again
  }
  const there = drafts.flatMap((card) =>
    card.pictures.every((name) => media.has(name)) ? [card] : (redraft(card) ?? []),
  )
  return { settled: settle(there, language, redraft, formulas), pictures }
}

const decksOf = (cards: readonly DraftCard[]): ImportReport['decks'] => {
  const counts = new Map<string, number>()
  for (const { path } of cards) counts.set(path.join('::'), (counts.get(path.join('::')) ?? 0) + 1)
  return [...counts].map(([path, count]) => ({ path, cards: count }))
}

/** A collection that has been read as cards, pictures and reviews of ours. @throws `Refused` where nothing of it can be had. */
export const importCollection = (
  collection: Collection,
  source: CollectionSource,
  ground: ImportGround,
): CollectionImport => {
  const lossy: LossyRow[] = []
  const settings = settingsBy(collection, lossy)
  const drafts = draftAll(collection, source.media, lossy)
  const language = languageOf(collection)
  const { settled, pictures } = settleAll(collection, source, drafts, language, ground.formulas ?? makeFormulas())
  const { cards } = settled
  if (cards.length === 0)
    throw refused('nothing-to-import', 'No card of the file can be imported.', 'Its notes have no words to ask.')
  lossy.push(...settled.lossy, ...cards.flatMap((card) => card.lossy))
  for (const name of pictures.tooLarge) lossy.push({ kind: 'picture-too-large', left: 'out', guid: null, detail: name })
  const figures = [...pictures.files].flatMap(([name, data]) => {
    const path = figureOf(name)
    return path === null ? [] : [{ path, data }]
  })
  const events = allEvents(cards, collection, settings, ground, lossy)
  return {
    title: titleOf(cards),
    language,
    cards: cards.map(({ fields }) => fields),
    concepts: conceptsOf(cards),
    figures,
    events,
    report: {
      container: source.container,
      notes: new Set(cards.map(({ note }) => note.id)).size,
      cards: cards.length,
      decks: decksOf(cards),
      reviews: events.filter(({ kind }) => kind === 'grade').length,
      suspended: events.filter(({ kind }) => kind === 'suspend').length,
      flagged: events.filter(({ kind }) => kind === 'flag').length,
      pictures: figures.length,
      preset: commonPreset(cards, collection, settings, lossy),
      lossy,
      rows: noteRows(collection, cards, lossy),
    },
  }
}
