import type { DeckFile } from '@/lib/content/deck/deck'
import { asId, type DeviceId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ReviewEvent } from '@/lib/schedule/event'
import { studyDay } from '@/lib/schedule/study-day'
import { type OpenedPackage, openPackage } from './archive/open-package'
import { type PackageRefusal, Refused, refused } from './archive/refusal'
import { type DraftCard, draftCard } from './cards/draft-card'
import { figureOf } from './cards/identity'
import { type Settled, settle } from './cards/settle'
import type { AnkiCard, Collection } from './collection/collection'
import { readCollection } from './collection/read-collection'
import type { OpenTables } from './collection/tables'
import type { Care } from './html/to-markdown'
import { type CardSettings, eventsOf } from './memory/events'
import { presetFrom, weightsOf } from './memory/presets'
import type { ImportReport, LossKind, LossyRow } from './report'

/** Who imports, into which deck of ours, when and where. */
export interface ImportGround {
  readonly deck: string
  /** Ours for these events. */
  readonly deviceId: string
  /** ms since 1970. */
  readonly now: number
  /** Minutes east of UTC; used where the collection does not say where it was made. */
  readonly zoneOffset: number
}

export interface PackageImport {
  /** Title of the deck: the outermost Anki deck, where all cards share it. */
  readonly title: string
  readonly language: Language
  /** Cards and concepts, as a deck's folder would have them. */
  readonly files: readonly DeckFile[]
  readonly figures: readonly { readonly path: string; readonly data: Uint8Array }[]
  readonly events: readonly ReviewEvent[]
  readonly report: ImportReport
}

const defaultSettings: CardSettings = {
  ...presetFrom({
    name: '',
    newCards: null,
    reviews: null,
    learning: [1, 10],
    relearning: [10],
    longest: null,
    leechAfter: null,
    retention: null,
    weights: [],
  }),
  weights: weightsOf({
    name: '',
    newCards: null,
    reviews: null,
    learning: [],
    relearning: [],
    longest: null,
    leechAfter: null,
    retention: null,
    weights: [],
  }),
}

const group = <T>(items: readonly T[], key: (item: T) => number): ReadonlyMap<number, readonly T[]> => {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const known = groups.get(key(item))
    if (known) known.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

const languageOf = (collection: Collection): Language => {
  const sample = collection.notes
    .slice(0, 2000)
    .map(({ fields }) => fields.join(' '))
    .join(' ')
    .replace(/<[^>]*>/g, '')
    .slice(0, 200_000)
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

const settingsBy = (collection: Collection, lossy: LossyRow[]): ReadonlyMap<number, CardSettings> =>
  new Map(
    [...collection.presets].map(([id, anki]): [number, CardSettings] => {
      const read = presetFrom(anki)
      const weights = weightsOf(anki)
      const tell = (kind: LossKind) => lossy.push({ kind, left: 'changed', guid: null, detail: anki.name })
      if (!read.exact) tell('preset')
      if (!weights.exact) tell('weights')
      return [id, { ...read, weights }]
    }),
  )

const draftAll = (collection: Collection, media: ReadonlySet<string>, lossy: LossyRow[]): readonly DraftCard[] => {
  const cardsOf = group(collection.cards, ({ note }) => note)
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
  opened: OpenedPackage,
  drafts: readonly DraftCard[],
  language: Language,
): { readonly settled: Settled; readonly pictures: ReturnType<OpenedPackage['readMedia']> } => {
  const pictures = opened.readMedia(new Set(drafts.flatMap((card) => card.pictures)))
  const media = new Set(pictures.files.keys())
  const redraft = (card: DraftCard, care?: Care): DraftCard | null => {
    const again = draftCard(card.anki, card.note, collection, media, care)
    return 'left' in again ? null : again
  }
  const there = drafts.flatMap((card) =>
    card.pictures.every((name) => media.has(name)) ? [card] : (redraft(card) ?? []),
  )
  return { settled: settle(there, language, redraft), pictures }
}

const decksOf = (cards: readonly DraftCard[]): ImportReport['decks'] => {
  const counts = new Map<string, number>()
  for (const { path } of cards) counts.set(path.join('::'), (counts.get(path.join('::')) ?? 0) + 1)
  return [...counts].map(([path, count]) => ({ path, cards: count }))
}

/**
 * A package as cards, pictures and reviews of ours, with a report of every row that is lossy. Pure: the same package and ground give the
 * same ids, so that importing again doubles nothing.
 */
export const importPackage = (
  bytes: Uint8Array,
  open: OpenTables,
  ground: ImportGround,
): Result<PackageImport, PackageRefusal> => {
  try {
    return ok(convert(bytes, open, ground))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

const convert = (bytes: Uint8Array, open: OpenTables, ground: ImportGround): PackageImport => {
  const opened = openPackage(bytes)
  const collection = readCollection(opened.collection, open)
  const lossy: LossyRow[] = []
  const settings = settingsBy(collection, lossy)
  const drafts = draftAll(collection, opened.media, lossy)
  const language = languageOf(collection)
  const { settled, pictures } = settleAll(collection, opened, drafts, language)
  const cards = settled.cards
  if (cards.length === 0)
    throw refused(
      'nothing-to-import',
      'No card of the package can be imported.',
      'Its note types have no words to ask.',
    )
  lossy.push(...settled.lossy, ...cards.flatMap((card) => card.lossy))
  for (const name of pictures.tooLarge) lossy.push({ kind: 'picture-too-large', left: 'out', guid: null, detail: name })
  const figures = [...pictures.files].flatMap(([name, data]) => {
    const path = figureOf(name)
    return path === null ? [] : [{ path, data }]
  })

  const zoneOffset = Math.min(18 * 60, Math.max(-18 * 60, collection.zoneOffset ?? ground.zoneOffset))
  const dayStartsAt = Math.min(23, Math.max(0, Math.round(collection.dayStartsAt)))
  const place = { zoneOffset, dayStartsAt }
  const logs = group(collection.reviews, ({ card }) => card)
  const memory = {
    deck: ground.deck,
    deviceId: asId<DeviceId>(ground.deviceId),
    now: ground.now,
    ...place,
    firstDay: studyDay({ at: collection.createdAt, ...place }),
  }
  const events = cards.flatMap((card) => {
    const deck = collection.decks.get(card.anki.originalDeck !== 0 ? card.anki.originalDeck : card.anki.deck)
    const own = eventsOf(
      card,
      logs.get(card.anki.id) ?? [],
      settings.get(deck?.preset ?? -1) ?? defaultSettings,
      memory,
    )
    if (card.anki.originalDeck !== 0)
      lossy.push({ kind: 'filtered-deck', left: 'changed', guid: card.note.guid, detail: card.path.join('::') })
    for (const kind of own.lossy) lossy.push({ kind, left: 'changed', guid: card.note.guid, detail: '' })
    return own.events
  })
  return {
    title: titleOf(cards),
    language,
    files: settled.files,
    figures,
    events,
    report: {
      container: opened.container,
      notes: new Set(cards.map(({ note }) => note.id)).size,
      cards: cards.length,
      decks: decksOf(cards),
      reviews: events.filter(({ kind }) => kind === 'grade').length,
      suspended: events.filter(({ kind }) => kind === 'suspend').length,
      flagged: events.filter(({ kind }) => kind === 'flag').length,
      pictures: figures.length,
      lossy,
    },
  }
}
