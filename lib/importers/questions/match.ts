import type { DraftCard, Pen } from '../draft/draft'
import { isBlank } from '../text/text'
import type { Asked, Question } from './question'
import { addedWords } from './words'

type Made = readonly { readonly type: string; readonly fields: DraftCard['fields'] }[]

const most = 6
const least = 3

/** Parts of nearly the same size, none larger than `most`. */
const parts = <T>(items: readonly T[]): readonly (readonly T[])[] => {
  const count = Math.ceil(items.length / most)
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** Pairs to join: three to six on a card, more on several; too few or not one to one are asked in words. */
export const matchFields = (
  { text, feedback }: Question,
  { pairs, extra }: Extract<Asked, { kind: 'match' }>,
  pen: Pen,
): Made => {
  const whole = pairs.filter(({ left, right }) => !isBlank(left) && !isBlank(right))
  if (whole.length === 0) {
    pen.tell('no-answer')
    return []
  }
  if (extra > 0) pen.tell('distractors', String(extra))
  const set = whole.map(({ left, right }) => ({ left: pen.line(left), right: pen.line(right) }))
  const question = isBlank(text) ? addedWords[pen.language].match : pen.set(text)
  const note = isBlank(feedback) ? {} : { note: pen.set(feedback) }
  const chunks = parts(set)
  const oneToOne = new Set(set.map(({ right }) => right)).size === set.length
  if (!oneToOne || chunks.some((chunk) => chunk.length < least)) {
    pen.tell('self-judged')
    const back = listed(set.map(({ left, right }) => `${left} → ${right}`))
    return [
      { type: 'basic', fields: { front: `${question}\n\n${listed(set.map(({ left }) => left))}`, back, ...note } },
    ]
  }
  if (chunks.length > 1) pen.tell('split', `${set.length} → ${chunks.map((chunk) => chunk.length).join(' + ')}`)
  return chunks.map((chunk) => ({ type: 'match', fields: { question, pairs: chunk, ...note } }))
}

/** Things to put in order: three to seven, else asked in words. */
export const orderFields = (
  { text, feedback }: Question,
  { items }: Extract<Asked, { kind: 'order' }>,
  pen: Pen,
): Made => {
  const lines = items.map((item) => pen.line(item))
  const note = isBlank(feedback) ? {} : { note: pen.set(feedback) }
  const question = pen.set(text)
  if (lines.length >= least && lines.length <= 7 && new Set(lines).size === lines.length)
    return [{ type: 'order', fields: { question, items: lines, ...note } }]
  if (lines.length < 2) {
    pen.tell('no-answer')
    return []
  }
  pen.tell('self-judged')
  const shown = [...lines].sort()
  const back = lines.map((line, i) => `${i + 1}. ${line}`).join('\n')
  return [{ type: 'basic', fields: { front: `${question}\n\n${listed(shown)}`, back, ...note } }]
}
