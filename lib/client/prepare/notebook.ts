import type { FaceOnCall } from '@/lib/cards/card-type'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { type MistakeOrder, type NotedMistake, notedMistakes } from '@/lib/exam/prepare/mistakes'
import { rowFlags } from '@/lib/schedule/ledger'
import type { Library } from '@/lib/search/library'
import type { ReviewStore } from '@/lib/sync/store'
import type { Block } from '@/lib/view/block'
import type { CellVerdict } from '@/lib/view/verdict'
import { readAnswer } from '../session/read-answer'
import type { ScopeCard } from './scope-cards'

/** A wrong answer as it can be read again. */
export interface NotebookEntry {
  readonly card: ScopeCard
  readonly noted: NotedMistake
  readonly question: readonly Block[]
  /** What marking said of it then; empty where the card has other words by now, or nobody marks it. */
  readonly feedback: readonly Block[]
  readonly wrong: readonly CellVerdict[]
}

/** A notebook is a page, not an archive. */
const mostEntries = 100
const again = 0

const wrongCards = ({ ground }: Library, wanted: ReadonlySet<CardId>): readonly CardId[] => {
  const { cards, reviews } = ground.ledger
  const found = new Set<CardId>()
  for (let row = 0; row < reviews.length; row++) {
    const id = cards[reviews.card[row] ?? 0]
    if (id === undefined || !wanted.has(id)) continue
    if (((reviews.flags[row] ?? 0) & rowFlags.wrong) !== 0 || reviews.grade[row] === again) found.add(id)
  }
  return [...found]
}

/** The wrong answers of the cards, with the numbers they were given to. */
export const readNotebook = async (
  store: Pick<ReviewStore, 'history'>,
  library: Library,
  cards: readonly ScopeCard[],
  order: MistakeOrder,
  language: Language,
  faceNamed: (type: string) => FaceOnCall | null,
): Promise<readonly NotebookEntry[]> => {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const ids = wrongCards(library, new Set(byId.keys()))
  const events = (await Promise.all(ids.map((id) => store.history(id)))).flat()
  const noted = notedMistakes(events, order).slice(0, mostEntries)
  const entries = await Promise.all(
    noted.map(async (one) => {
      const card = byId.get(one.cardId)
      return card === undefined ? [] : [await entryOf(card, one, language, faceNamed)].flatMap((entry) => entry ?? [])
    }),
  )
  return entries.flat()
}

/** Null where this version, or this device without a network, cannot show the card. */
const entryOf = async (
  card: ScopeCard,
  noted: NotedMistake,
  language: Language,
  faceNamed: (type: string) => FaceOnCall | null,
): Promise<NotebookEntry | null> => {
  const { id, seed, revision, answer } = noted.last
  try {
    const face = await faceNamed(card.card.type)?.open()
    if (!face) return null
    const occasion = { seed: seed ?? id, language }
    const { question } = face.present(card.card.content, occasion)
    const typed = revision === card.card.revision ? readAnswer(answer) : null
    if (typed === null) return { card, noted, question, feedback: [], wrong: [] }
    const { verdict, feedback } = face.outcome(card.card.content, occasion, typed, 0)
    const wrong = verdict.kind === 'marked' ? verdict.cells.filter(({ state }) => state !== 'right') : []
    return { card, noted, question, feedback, wrong }
  } catch {
    return null
  }
}
