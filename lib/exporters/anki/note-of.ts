import type { Block } from '@/lib/view/block'
import type { ExportedCard } from './export-deck'
import { toHtml } from './to-html'

const hasGap = (blocks: readonly Block[]): boolean => {
  const text = JSON.stringify(blocks)
  return text.includes('"kind":"gap"') || text.includes('\\\\cloze{')
}

/** The two fields of a note, HTML. */
export interface NoteText {
  readonly cloze: boolean
  readonly fields: readonly [first: string, second: string]
}

/** A card as a note of Anki's: cloze where something is hidden in the question, else front and back. */
export const noteOf = (card: ExportedCard, media: (src: string) => string | null): NoteText => {
  if (!hasGap(card.question))
    return {
      cloze: false,
      fields: [toHtml(card.question, { media, cloze: null }), toHtml(card.answer, { media, cloze: null })],
    }
  // The open form of the question comes first in the answer; a cloze note shows it by itself.
  const extra = card.answer.slice(card.question.length)
  return {
    cloze: true,
    fields: [
      toHtml(card.answer.slice(0, card.question.length), { media, cloze: 1 }),
      toHtml(extra, { media, cloze: null }),
    ],
  }
}

/** The decks a card lies in as Anki writes them. */
export const deckName = ({ path }: ExportedCard): string => path.map((part) => part.replaceAll('::', ':')).join('::')
