import type { Bundle, BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { figuresIn } from '../offline/figures'

/** A deck as the device keeps it: its cards listed in columns, their contents in parts beside it. */
export interface DeckRecord {
  readonly deck: DeckId
  readonly language: Language
  readonly version: string
  readonly frame: Omit<Bundle, 'cards' | 'deck' | 'language' | 'version'>
  readonly ids: readonly CardId[]
  readonly revisions: readonly string[]
  readonly practice: Uint8Array
  readonly types: Column<string>
  readonly concepts: Column<readonly ConceptId[]>
  readonly tags: Column<readonly string[]>
  readonly headings: Column<readonly string[]>
  readonly sections: Column<string | null>
  /** Place of a card and what else is said of it, of the few of which anything is. */
  readonly others: readonly (readonly [place: number, fields: Others])[]
  /** Place of a card and the addresses of its figures, of those that have any. */
  readonly figures: readonly (readonly [place: number, paths: readonly string[]])[]
}

/** Contents of consecutive cards of a deck. */
export interface DeckPart {
  readonly deck: DeckId
  readonly language: Language
  readonly version: string
  readonly part: number
  readonly contents: readonly BundledCard['content'][]
}

/** Values that many cards share, each kept once, and for each card its place among them. */
interface Column<T> {
  readonly values: readonly T[]
  readonly places: Uint32Array
}

/** Everything of a listed card that has no column. */
type Others = Omit<ListedCard, 'id' | 'revision' | 'type' | 'concepts' | 'practice' | 'tags' | 'heading' | 'section'>

/** A deck on this device, its cards listed. */
export interface HeldDeck extends ListedDeck {
  /** Addresses of the figures of those cards that have any. */
  readonly figures: ReadonlyMap<CardId, readonly string[]>
}

/** Cards whose contents are read together: the least that is fetched for one card. */
const partSize = 16

/** Where the content of a deck's card is: its part, and its place in there. */
export const partOf = (place: number): readonly [part: number, place: number] => [
  Math.floor(place / partSize),
  place % partSize,
]

export const toRecord = ({ cards, deck, language, version, ...frame }: Bundle): DeckRecord => ({
  deck,
  language,
  version,
  frame,
  ids: cards.map(({ id }) => id),
  revisions: cards.map(({ revision }) => revision),
  practice: Uint8Array.from(cards, ({ practice }) => (practice ? 1 : 0)),
  types: column(cards.map(({ type }) => type)),
  concepts: column(cards.map(({ concepts }) => concepts)),
  tags: column(cards.map(({ tags }) => tags)),
  headings: column(cards.map(({ heading }) => heading)),
  sections: column(cards.map(({ section }) => section)),
  others: cards.flatMap((card, place) => {
    const { id, revision, type, concepts, practice, tags, heading, section, content, ...others } = card
    return Object.keys(others).length === 0 ? [] : [[place, others] as const]
  }),
  figures: cards.flatMap(({ content }, place) => {
    const paths = figuresIn(content)
    return paths.length === 0 ? [] : [[place, paths] as const]
  }),
})

export const toParts = ({ cards, deck, language, version }: Bundle): readonly DeckPart[] =>
  Array.from({ length: Math.ceil(cards.length / partSize) }, (_, part) => ({
    deck,
    language,
    version,
    part,
    contents: cards.slice(part * partSize, (part + 1) * partSize).map(({ content }) => content),
  }))

export const fromRecord = (record: DeckRecord): HeldDeck => {
  const { deck, language, version, frame, ids, revisions, practice, types, concepts, tags, headings, sections } = record
  const others = new Map(record.others)
  const cards = ids.map((id, place): ListedCard => {
    const card = {
      id,
      revision: revisions[place] ?? '',
      type: at(types, place) ?? '',
      concepts: at(concepts, place) ?? [],
      practice: practice[place] === 1,
      tags: at(tags, place) ?? [],
      heading: at(headings, place) ?? [],
      section: at(sections, place) ?? null,
    }
    const more = others.get(place)
    return more === undefined ? card : { ...more, ...card }
  })
  const figures = new Map(record.figures.flatMap(([place, paths]) => (ids[place] ? [[ids[place], paths]] : [])))
  return { ...frame, deck, language, version, cards, figures }
}

const column = <T>(all: readonly T[]): Column<T> => {
  const known = new Map<string, number>()
  const values: T[] = []
  const places = Uint32Array.from(all, (value) => {
    const name = JSON.stringify(value)
    const place = known.get(name) ?? values.length
    if (place === values.length) {
      known.set(name, place)
      values.push(value)
    }
    return place
  })
  return { values, places }
}

const at = <T>({ values, places }: Column<T>, place: number): T | undefined => values[places[place] ?? 0]
