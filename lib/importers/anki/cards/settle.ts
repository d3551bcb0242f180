import { stringify } from 'yaml'
import { cardTypes } from '@/lib/cards/list'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { type Formulas, makeFormulas } from '@/lib/content/markdown/formulas'
import { isError } from '@/lib/core/diagnostic'
import type { Language } from '@/lib/core/language'
import type { Care } from '../html/to-markdown'
import type { LossyRow } from '../report'
import { conceptsOf, deckFiles, placed } from './deck-files'
import type { DraftCard } from './draft-card'

export interface Settled {
  readonly cards: readonly DraftCard[]
  readonly lossy: readonly LossyRow[]
}

const about = (language: Language): DeckFile => ({
  path: 'deck.yaml',
  text: stringify({ id: 'anki', title: 'Anki', author: '-', licence: '-', languages: [language] }),
})

/** Markup beyond words and line breaks, links by themselves, or a length that a reader may refuse. */
const markup = /[$`*[\]<>|#_~]|==|^\s*(?:[-+]|\d+[.)])\s|^(?: {4}|\t)|www\.|https?:|@/m

/** Emphasis and gaps around plain words, each by itself, and items of a list of one level: nothing in them can be wrong. */
const tame =
  /(?<![\p{L}\p{N}*=])(\*\*|\*|==)(?=[\p{L}\p{N}])[^\\*=$`[\]<>|#_~@\n]*(?<=[\p{L}\p{N}])\1(?![\p{L}\p{N}*=])|^(?:[-+]|\d{1,9}[.)]) (?=[\p{L}\p{N}])/gmu

/**
 * Whether a text of ours may hold a fault. Words whose every sign is escaped cannot, nor such in plain emphasis: most cards
 * need no second reading.
 */
export const mayFail = ({ fields }: Pick<DraftCard, 'fields'>): boolean =>
  Object.values(fields).some(
    (text) =>
      typeof text === 'string' &&
      (text.length > 4_000 || markup.test(text.replace(/\\[^\n]/g, 'x').replace(tame, 'x'))),
  )

/** Which cards a deck's reader finds a fault in, and the first fault of each. */
export const faultsIn = (
  cards: readonly DraftCard[],
  language: Language,
  formulas: Formulas = makeFormulas(),
): ReadonlyMap<string, string> => {
  const places = placed(cards)
  const figures = [...new Set(cards.flatMap(({ fields }) => figuresIn(fields)))].map((path) => ({ path, text: '' }))
  const { diagnostics } = readDeck(
    [about(language), ...deckFiles(cards, conceptsOf(cards)), ...figures],
    cardTypes,
    formulas,
  )
  const faults = new Map<string, string>()
  for (const { file, path, message } of diagnostics.filter(isError)) {
    const index = Number(/^\/(\d+)/.exec(path)?.[1] ?? -1)
    const card = places.find((one) => one.path === file)?.cards[index]
    if (card !== undefined && !faults.has(card.id)) faults.set(card.id, message)
  }
  return faults
}

const figuresIn = (fields: DraftCard['fields']): readonly string[] =>
  Object.values(fields).flatMap((text) =>
    typeof text === 'string'
      ? [...text.matchAll(/\]\((figures\/anki-[0-9a-f]+\.\w+)\)/g)].map(([, path = '']) => path)
      : [],
  )

const cares: readonly Care[] = ['full', 'plain', 'words']

/**
 * Cards as a deck of ours can hold them: one with a fault is drafted again with less of its looks, then with its formulas as code; one that
 * still has a fault is left out. `redraft` gives the same card with less care.
 */
export const settle = (
  drafts: readonly DraftCard[],
  language: Language,
  redraft: (card: DraftCard, care: Care) => DraftCard | null,
  formulas: Formulas,
): Settled => {
  const lossy: LossyRow[] = []
  let cards = drafts
  let doubtful = drafts.filter(mayFail)
  for (let level = 0; ; level++) {
    const faults = doubtful.length === 0 ? new Map<string, string>() : faultsIn(doubtful, language, formulas)
    if (faults.size === 0) return { cards, lossy }
    const care = cares[level + 1]
    cards = cards.flatMap((card) => {
      const fault = faults.get(card.id)
      if (fault === undefined) return [card]
      const again = care === undefined ? null : redraft(card, care)
      if (again === null) lossy.push({ kind: 'cannot-be-set', left: 'out', guid: card.note.guid, detail: fault })
      else if (care === 'plain')
        lossy.push({ kind: 'simplified', left: 'changed', guid: card.note.guid, detail: fault })
      return again === null ? [] : [again]
    })
    doubtful = cards.filter(({ id }) => faults.has(id))
    if (level > cares.length) throw new Error('Cards without a fault still have one.')
  }
}
