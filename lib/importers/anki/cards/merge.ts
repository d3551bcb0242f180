import { isNode, parse, parseDocument } from 'yaml'
import type { DeckFile } from '@/lib/content/deck/deck'
import { conceptsFile, type FileConcept, withConcepts } from '../../concepts-file'
import { type CardFields, cardsYaml, importedFile, placed } from './deck-files'

/** What an import makes of a draft's files; a null text removes one. */
export interface Merged {
  readonly changes: readonly { readonly path: string; readonly text: string | null }[]
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** The cards a draft holds: of earlier imports, and written by its author. */
export interface HeldCards {
  readonly imported: readonly { readonly path: string; readonly cards: readonly CardFields[] | null }[]
  readonly written: readonly { readonly path: string; readonly text: string; readonly ids: ReadonlySet<string> }[]
  readonly known: ReadonlyMap<string, CardFields>
}

export type CardStatus = 'added' | 'changed' | 'same'

const isCard = (value: unknown): value is CardFields =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'concepts' in value &&
  Array.isArray(value.concepts)

/** The cards of a file, as far as they can be read; null where somebody has written it so that it cannot. */
const cardsIn = (text: string): readonly CardFields[] | null => {
  try {
    const read: unknown = parse(text)
    return Array.isArray(read) && read.every(isCard) ? read : null
  } catch {
    return null
  }
}

export const heldCards = (draft: readonly DeckFile[]): HeldCards => {
  const files = draft.filter(({ path }) => path.endsWith('.cards.yaml'))
  const read = files.map(({ path, text }) => ({ path, text, cards: cardsIn(text) }))
  return {
    imported: read.filter(({ path }) => importedFile.test(path)),
    written: read
      .filter(({ path }) => !importedFile.test(path))
      .map(({ path, text, cards }) => ({ path, text, ids: new Set((cards ?? []).map(({ id }) => id)) })),
    known: new Map(read.flatMap(({ cards }) => cards ?? []).map((card) => [card.id, card])),
  }
}

/** What taking a card in does to the draft. */
export const statusOf = ({ known }: HeldCards, card: CardFields): CardStatus => {
  const old = known.get(card.id)
  if (old === undefined) return 'added'
  return JSON.stringify(old) === JSON.stringify(card) ? 'same' : 'changed'
}

/** A file of its author's with these cards in place of its own; everything else in it stays as it is written. */
const replaced = (text: string, cards: ReadonlyMap<string, CardFields>): string => {
  const document = parseDocument(text)
  const entries: unknown = document.toJS()
  if (!Array.isArray(entries)) return text
  for (const [i, entry] of entries.entries()) {
    const card = isCard(entry) ? cards.get(entry.id) : undefined
    if (card === undefined) continue
    const old: unknown = document.getIn([i], true)
    const node = document.createNode(card, { aliasDuplicateObjects: false })
    // What is written above and below the card is said to whoever reads the file.
    if (isNode(old))
      Object.assign(node, { commentBefore: old.commentBefore, comment: old.comment, spaceBefore: old.spaceBefore })
    document.setIn([i], node)
  }
  return document.toString({ lineWidth: 0 })
}

/**
 * Puts imported cards into a draft: those it has by the same id are replaced where they are, new ones follow, and cards that the file does not
 * know stay. The draft's other files are left alone.
 */
export const mergeCards = (
  draft: readonly DeckFile[],
  cards: readonly CardFields[],
  concepts: readonly FileConcept[],
  held: HeldCards = heldCards(draft),
): Merged => {
  const { imported, written } = held
  const unreadable = new Set(imported.filter((file) => file.cards === null).map(({ path }) => path))
  const counts = { added: 0, changed: 0, same: 0 }
  const all = new Map(imported.flatMap((file) => file.cards ?? []).map((card) => [card.id, card]))
  const rewritten = new Map<string, Map<string, CardFields>>()
  for (const card of cards) {
    const status = statusOf(held, card)
    counts[status]++
    const home = written.find(({ ids }) => ids.has(card.id))
    if (home === undefined) all.set(card.id, card)
    else if (status === 'changed')
      rewritten.set(home.path, (rewritten.get(home.path) ?? new Map<string, CardFields>()).set(card.id, card))
  }
  const files = placed([...all.values()].map((fields) => ({ fields }))).map(({ path, cards: own }) => ({
    // A file nobody can read is its author's: what comes now stands beside it, and the check names the fault.
    path: unreadable.has(path) ? path.replace(/\.(\d+)\.cards\.yaml$/, '.9$1.cards.yaml') : path,
    text: cardsYaml(own),
  }))
  const authored = written.flatMap(({ path, text }) => {
    const own = rewritten.get(path)
    return own === undefined ? [] : [{ path, text: replaced(text, own) }]
  })
  const texts = new Map(draft.map(({ path, text }) => [path, text]))
  const paths = new Set(files.map(({ path }) => path))
  const conceptsText = withConcepts(texts.get(conceptsFile) ?? '', concepts)
  return {
    ...counts,
    changes: [
      ...[...files, ...authored, { path: conceptsFile, text: conceptsText }].filter(
        ({ path, text }) => texts.get(path) !== text,
      ),
      ...imported
        .filter(({ path }) => !paths.has(path) && !unreadable.has(path))
        .map(({ path }) => ({ path, text: null })),
    ],
  }
}
