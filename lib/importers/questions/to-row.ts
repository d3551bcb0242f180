import { type DraftCard, type DraftRow, firstWords, type Pen } from '../draft/draft'
import { bareWords } from '../text/text'
import { choiceFields, trueFalseFields } from './choice'
import { computeFields } from './compute'
import { hasGap } from './gap'
import { matchFields, orderFields } from './match'
import { numberFields } from './number'
import type { Question } from './question'
import { openFields, shortFields } from './short'

type Made = { readonly type: string; readonly fields: DraftCard['fields'] }

const gapsFields = ({ text, feedback }: Question, pen: Pen): Made | null => {
  if (!hasGap(text.source)) {
    pen.tell('no-gap')
    return null
  }
  pen.tell('self-judged')
  const note = pen.set(feedback)
  return { type: 'cloze', fields: { text: pen.set(text), ...(note === '' ? {} : { note }) } }
}

const madeOf = (question: Question, pen: Pen): readonly Made[] => {
  const { asked } = question
  const some = (made: Made | null) => (made === null ? [] : [made])
  switch (asked.kind) {
    case 'choice':
      return some(choiceFields(question, asked, pen))
    case 'true-false':
      return some(trueFalseFields(question, asked, pen))
    case 'short':
      return some(shortFields(question, asked, pen))
    case 'number':
      return some(numberFields(question, asked, pen))
    case 'match':
      return matchFields(question, asked, pen)
    case 'order':
      return orderFields(question, asked, pen)
    case 'gaps':
      return some(gapsFields(question, pen))
    case 'formula':
      return some(computeFields(question, asked, pen))
    case 'open':
      return some(openFields(question, asked, pen))
    case 'none':
      return []
  }
}

/** A question of a bank as a row: a card, or several where it asks more than one of ours can. */
export const rowOf = (question: Question): DraftRow => {
  const { asked, line, entry, source, heading, concepts, tags, reasons } = question
  const words = bareWords(question.text)
  const left = asked.kind === 'none' ? [{ kind: asked.why, detail: asked.detail }] : []
  return {
    line,
    entry,
    title: firstWords(question.name || words),
    source,
    heading,
    ...(concepts === undefined ? {} : { concepts }),
    tags,
    reasons: [...reasons, ...left],
    make:
      asked.kind === 'none'
        ? null
        : (pen) =>
            madeOf(question, pen).map((made, i) => ({
              ...made,
              tried: made.type === 'compute',
              id: question.id === null || i === 0 ? question.id : `${question.id}.${i + 1}`,
              key: `${question.name}\n${question.text.source}\n${asked.kind} ${i}`,
            })),
  }
}
