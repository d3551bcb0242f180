import { hashText } from '@/lib/core/hash'
import type { Care } from '../anki/html/to-markdown'
import type { Import, ImportedCard, ImportRow } from '../importer'
import { conceptOf } from '../notes-markdown/concepts'
import type { Reason } from '../reasons'
import { languageOf } from '../text/language-of'
import { faultsIn } from './check-cards'
import { cutSource, type DraftFile, type DraftRow } from './draft'
import { makeFigures, pictureName } from './figures'
import { type Penned, penRow } from './pen'

const cares: readonly Care[] = ['full', 'plain', 'words']

const idShape = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/

const conceptsOf = (row: DraftRow, title: string): ImportedCard['concepts'] =>
  row.concepts !== undefined && row.concepts.length > 0
    ? row.concepts
    : [conceptOf(row.heading.length > 0 ? row.heading : [title])]

/** Ids for cards: the file's own where they can be ours, else from what is asked. The same id twice is a twin. */
const makeIds = (from: string) => {
  const taken = new Set<string>()
  return (own: string | null, key: string): { readonly id: string | null; readonly changed: boolean } => {
    const keeps = own !== null && idShape.test(own) && own.length <= 100
    const id = keeps ? own : `${from}.${hashText(key).slice(0, 12)}`
    if (taken.has(id)) return { id: null, changed: false }
    taken.add(id)
    return { id, changed: own !== null && !keeps }
  }
}

interface Settled {
  readonly row: DraftRow
  readonly cards: readonly ImportedCard[]
  readonly reasons: readonly Reason[]
  readonly pictures: readonly string[]
}

/**
 * Rows as cards that a deck can hold. A row with a fault is set again with less of its looks, then with its formulas as code; one that
 * still has a fault is left out, with the fault as its reason.
 */
export const settle = (draft: DraftFile, from: string, file: string): Import => {
  const title = draft.title || (file.split(/[\\/]/).at(-1) ?? file).replace(/\.\w+$/, '')
  const language = languageOf(draft.rows.map(({ source }) => source.slice(0, 500)).join('\n'))
  const look = makeFigures(draft.pictures)
  const figure = (address: string): string | null => look(pictureName(address))?.path ?? null
  const idOf = makeIds(from)

  const tried = new Set<string>()
  const settleRow = (row: DraftRow, { cards: drafts, reasons, pictures }: Penned): Settled => {
    const told: Reason[] = [...reasons]
    const cards = drafts.flatMap((card): ImportedCard[] => {
      const { id, changed } = idOf(card.id, card.key)
      if (changed) told.push({ kind: 'id-new', detail: card.id ?? '' })
      if (id === null) {
        told.push({ kind: 'twin', detail: '' })
        return []
      }
      if (card.tried === true) tried.add(id)
      const tags = row.tags.length === 0 ? {} : { tags: row.tags }
      return [{ id, type: card.type, concepts: conceptsOf(row, title), fields: { ...tags, ...card.fields } }]
    })
    return { row, cards, reasons: told, pictures }
  }

  let settled = draft.rows.map((row) => settleRow(row, penRow(row, 'full', figure)))
  const figuresOf = (rows: readonly Settled[]) => [
    ...new Set(rows.flatMap(({ pictures }) => pictures.flatMap((name) => figure(name) ?? []))),
  ]
  let doubtful = settled
  for (const care of [...cares.slice(1), null]) {
    const cards = doubtful.flatMap((one) => one.cards)
    const faults =
      cards.length === 0 ? new Map<number, string>() : faultsIn(cards, figuresOf(doubtful), language, tried)
    if (faults.size === 0) break
    const byId = new Map(cards.map(({ id }, i) => [id, faults.get(i)]))
    const faultOf = (one: Settled) => one.cards.map(({ id }) => byId.get(id)).find((fault) => fault !== undefined)
    const again = new Map(
      doubtful.flatMap((one): [DraftRow, Settled][] => {
        const fault = faultOf(one)
        return fault === undefined ? [] : [[one.row, setAgain(one, fault, care, figure)]]
      }),
    )
    settled = settled.map((one) => again.get(one.row) ?? one)
    doubtful = [...again.values()].filter((one) => one.cards.length > 0)
  }
  const kept = settled.filter(({ cards }) => cards.length > 0)
  const paths = new Set(figuresOf(kept))
  return {
    from,
    title,
    cards: kept.flatMap(({ cards }) => cards),
    rows: settled.map(
      ({ row, cards, reasons }): ImportRow => ({
        line: row.line,
        entry: row.entry,
        title: row.title,
        source: cutSource(row.source),
        cards: cards.map(({ id }) => id),
        reasons,
      }),
    ),
    figures: [...draft.pictures.keys()].flatMap((name) => {
      const found = look(pictureName(name))
      return found !== null && paths.delete(found.path) ? [found] : []
    }),
  }
}

/** The same cards with less care, under the same ids; none where no care is left. */
const setAgain = (
  { row, cards }: Settled,
  fault: string,
  care: Care | null,
  figure: (name: string) => string | null,
): Settled => {
  const out: Reason = { kind: 'cannot-be-set', detail: fault.slice(0, 300) }
  if (care === null) return { row, cards: [], reasons: [...row.reasons, out], pictures: [] }
  const penned = penRow(row, care, figure)
  const again = penned.cards.flatMap((card, i): ImportedCard[] => {
    const before = cards[i]
    return before === undefined ? [] : [{ ...before, type: card.type, fields: { ...tagsOf(before), ...card.fields } }]
  })
  return {
    row,
    cards: again,
    reasons: [...penned.reasons, { kind: 'simplified', detail: fault.slice(0, 300) }],
    pictures: penned.pictures,
  }
}

const tagsOf = ({ fields }: ImportedCard) => (fields.tags === undefined ? {} : { tags: fields.tags })
