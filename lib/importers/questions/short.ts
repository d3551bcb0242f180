import type { DraftCard, Pen } from '../draft/draft'
import { isBlank } from '../text/text'
import type { Asked, Question } from './question'
import { addedWords } from './words'

type Made = { readonly type: string; readonly fields: DraftCard['fields'] } | null

/** A typed word becomes a card that its learner judges: the best answer, and the others that counted. */
export const shortFields = (
  { text, feedback }: Question,
  { answers }: Extract<Asked, { kind: 'short' }>,
  pen: Pen,
): Made => {
  const counted = answers.filter(({ text: one, share }) => share > 0 && !isBlank(one) && one.source.trim() !== '*')
  const best = counted.reduce<(typeof counted)[number] | null>(
    (most, one) => (most === null || one.share > most.share ? one : most),
    null,
  )
  if (best === null) {
    pen.tell('no-answer')
    return null
  }
  pen.tell('self-judged')
  const partial = counted.filter(({ share }) => share < best.share)
  if (partial.length > 0) pen.tell('weights', partial.map(({ share }) => `${Math.round(share * 100)} %`).join(', '))
  const others = counted.filter((one) => one !== best && one.share === best.share).map((one) => pen.line(one.text))
  const notes = [
    ...(others.length === 0 ? [] : [addedWords[pen.language].also(others.join('; '))]),
    ...(isBlank(best.why) ? [] : [pen.set(best.why)]),
    ...(isBlank(feedback) ? [] : [pen.set(feedback)]),
  ]
  if (answers.some(({ share, why }) => share <= 0 && !isBlank(why))) pen.tell('feedback')
  return {
    type: 'basic',
    fields: {
      front: pen.set(text),
      back: pen.set(best.text),
      ...(notes.length === 0 ? {} : { note: notes.join('\n\n') }),
    },
  }
}

/** An essay with a model answer; one without has nothing to compare with. */
export const openFields = (
  { text, feedback }: Question,
  { answer }: Extract<Asked, { kind: 'open' }>,
  pen: Pen,
): Made => {
  const told = isBlank(answer) ? feedback : answer
  if (isBlank(told)) {
    pen.tell('no-answer')
    return null
  }
  pen.tell('self-judged')
  return {
    type: 'basic',
    fields: {
      front: pen.set(text),
      back: pen.set(told),
      ...(isBlank(answer) || isBlank(feedback) ? {} : { note: pen.set(feedback) }),
    },
  }
}
