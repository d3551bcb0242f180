import { ok, refuse } from '@/lib/core/result'
import { type DraftCard, type DraftRow, firstWords, noPictures, type Pen } from '../draft/draft'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import { type Reason, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { splitFront } from '../text/front-matter'
import { longestText, markdown } from '../text/text'
import { cardsIn, countHighlights, hasSchedule, type NoteCard, oneHighlightEach } from './cards'
import { type Passage, passagesOf } from './passages'

const make = (card: NoteCard, pen: Pen): readonly DraftCard[] => {
  if (card.kind === 'cloze')
    return oneHighlightEach(card.text).map((text) => ({
      id: null,
      key: text,
      type: 'cloze',
      fields: { text: pen.set(markdown(text)) },
    }))
  const sides = [
    [card.front, card.back],
    [card.back, card.front],
  ]
  return sides.slice(0, card.both ? 2 : 1).map(([front = '', back = '']) => ({
    id: null,
    key: `${front}\n${back}`,
    type: 'basic',
    fields: { front: pen.set(markdown(front)), back: pen.set(markdown(back)) },
  }))
}

const rowOf = (card: NoteCard, passage: Passage): DraftRow => {
  const fault = ((): Reason['kind'] | null => {
    if (card.kind === 'cloze')
      return card.text.length > longestText || countHighlights(card.text) > importLimits.gaps ? 'too-long' : null
    if (card.front === '') return 'no-question'
    return card.back === '' ? 'no-answer' : null
  })()
  const { heading, deck, lines } = passage
  return {
    line: card.line,
    entry: null,
    title: firstWords(card.kind === 'cloze' ? card.text : card.front),
    source: card.kind === 'cloze' ? card.text : `${card.front}\n${card.both ? '??' : '?'}\n${card.back}`,
    heading: heading.length > 0 ? heading : deck,
    tags: deck,
    reasons: [
      ...(fault === null ? [] : [{ kind: fault, detail: '' }]),
      ...(hasSchedule(lines) ? [{ kind: 'schedule' as const, detail: '' }] : []),
    ],
    make: fault === null ? (pen) => make(card, pen) : null,
  }
}

/** Notes with the signs of Obsidian's spaced repetition plugin: `::` and `:::`, `?` and `??`, `==highlight==`. */
export const obsidian: Importer = {
  name: 'obsidian',
  endings: ['.md'],
  fits: ({ head }) =>
    /(?:^|\s)#flashcards\b|<!--SR:|^\?{1,2}$/m.test(head) || /^(?![^\S\n]*[`|>#]).*\S\s?::{1,2}\s?\S/m.test(head),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const { lines, firstLine } = splitFront(text.value)
    const rows = passagesOf(lines, firstLine).flatMap((passage) => cardsIn(passage).map((card) => rowOf(card, passage)))
    if (rows.length === 0) return refuse(refusal('nothing-here'))
    if (rows.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${rows.length} > ${importLimits.rows}`))
    return ok({ title: '', rows, pictures: noPictures })
  },
}
