import { parse } from 'yaml'
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

/**
 * Puts imported cards into a draft: those it has by the same id are replaced where they are, new ones follow, and cards that the file does not
 * know stay. The draft's other files are left alone.
 */
export const mergeCards = (
  draft: readonly DeckFile[],
  cards: readonly CardFields[],
  concepts: readonly FileConcept[],
): Merged => {
  const before = draft
    .filter(({ path }) => importedFile.test(path))
    .map((file) => ({ ...file, cards: cardsIn(file.text) }))
  const unreadable = new Set(before.filter((file) => file.cards === null).map(({ path }) => path))
  const known = new Map(before.flatMap((file) => file.cards ?? []).map((card) => [card.id, card]))
  const counts = { added: 0, changed: 0, same: 0 }
  const all = new Map(known)
  for (const card of cards) {
    const old = known.get(card.id)
    counts[old === undefined ? 'added' : JSON.stringify(old) === JSON.stringify(card) ? 'same' : 'changed']++
    all.set(card.id, card)
  }
  const files = placed([...all.values()].map((fields) => ({ fields }))).map(({ path, cards: own }) => ({
    // A file nobody can read is its author's: what comes now stands beside it, and the check names the fault.
    path: unreadable.has(path) ? path.replace(/\.(\d+)\.cards\.yaml$/, '.9$1.cards.yaml') : path,
    text: cardsYaml(own),
  }))
  const texts = new Map(draft.map(({ path, text }) => [path, text]))
  const written = new Set(files.map(({ path }) => path))
  const conceptsText = withConcepts(texts.get(conceptsFile) ?? '', concepts)
  return {
    ...counts,
    changes: [
      ...[...files, { path: conceptsFile, text: conceptsText }].filter(({ path, text }) => texts.get(path) !== text),
      ...before
        .filter(({ path }) => !written.has(path) && !unreadable.has(path))
        .map(({ path }) => ({ path, text: null })),
    ],
  }
}
