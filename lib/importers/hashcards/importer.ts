import { ok, refuse } from '@/lib/core/result'
import { type DraftRow, firstWords, noPictures } from '../draft/draft'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import { type Reason, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { splitFront } from '../text/front-matter'
import { longestText, markdown } from '../text/text'
import { oneGapEach, spansIn } from './brackets'
import { type HashCard, hashCards } from './cards'

const missing = (card: HashCard): Reason['kind'] | null => {
  if (card.kind === 'half') return card.has === 'question' ? 'no-answer' : 'no-question'
  if (card.kind === 'cloze') {
    if (card.text.length > longestText) return 'too-long'
    const gaps = spansIn(card.text).length
    if (gaps > importLimits.gaps) return 'too-long'
    return gaps === 0 ? 'no-gap' : null
  }
  if (card.front === '') return 'no-question'
  return card.back === '' ? 'no-answer' : null
}

const rowOf = (card: HashCard, heading: readonly string[]): DraftRow => {
  const source = card.kind === 'basic' ? `Q: ${card.front}\nA: ${card.back}` : card.text
  const fault = missing(card)
  return {
    line: card.line,
    entry: null,
    title: firstWords(card.kind === 'basic' ? card.front : card.text),
    source,
    heading,
    tags: [],
    reasons: fault === null ? [] : [{ kind: fault, detail: '' }],
    make:
      fault !== null || card.kind === 'half'
        ? null
        : (pen) =>
            card.kind === 'basic'
              ? [
                  {
                    id: null,
                    key: `${card.front}\n${card.back}`,
                    type: 'basic',
                    fields: { front: pen.set(markdown(card.front)), back: pen.set(markdown(card.back)) },
                  },
                ]
              : oneGapEach(card.text).map((text) => ({
                  id: null,
                  key: text,
                  type: 'cloze',
                  fields: { text: pen.set(markdown(text)) },
                })),
  }
}

/** Markdown of hashcards: `Q:` and `A:`, or `C:` with gaps in brackets, each gap a card of its own. */
export const hashcards: Importer = {
  name: 'hashcards',
  endings: ['.md'],
  fits: ({ head }) => /^Q:[^\n]*\n(?:(?!Q:)[^\n]*\n){0,40}?A:/m.test(head) || /^C:[^\n]*\[[^[\]]+\]/m.test(head),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const { front, lines, firstLine } = splitFront(text.value)
    const title = /^\s*name\s*=\s*["']([^"'\n]+)["']/m.exec(front)?.[1] ?? ''
    const cards = hashCards(lines, firstLine)
    if (cards.length === 0) return refuse(refusal('nothing-here'))
    if (cards.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${cards.length} > ${importLimits.rows}`))
    return ok({ title, rows: cards.map((card) => rowOf(card, title === '' ? [] : [title])), pictures: noPictures })
  },
}
