import type { DraftCard, Pen } from '../draft/draft'
import { isBlank } from '../text/text'
import type { Answer, Asked, Question } from './question'
import { addedWords } from './words'

const most = 5
const least = 3
const nearly = 0.999

type Fields = DraftCard['fields']

/** Which options are right: those with the whole mark, or where several are wanted those with any of it. */
const rightOnes = (options: readonly Answer[], several: boolean): ReadonlySet<Answer> => {
  if (several) return new Set(options.filter(({ share }) => share > 0))
  const best = options.reduce((most, { share }) => Math.max(most, share), 0)
  return new Set(options.filter(({ share }) => share > 0 && share >= Math.min(best, nearly)))
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

const tellWeights = (options: readonly Answer[], right: ReadonlySet<Answer>, several: boolean, pen: Pen): void => {
  const shares = new Set([...right].map(({ share }) => Math.round(share * 1000)))
  const partial = several ? [] : options.filter((option) => !right.has(option) && option.share > 0)
  if (shares.size > 1 || partial.length > 0) pen.tell('weights', options.map(({ share }) => percent(share)).join(', '))
}

/** At most five options, every right one among them if there is room. */
const fewer = (options: readonly Answer[], right: ReadonlySet<Answer>, pen: Pen): readonly Answer[] => {
  if (options.length <= most) return options
  pen.tell('options-cut', `${options.length} → ${most}`)
  const kept = new Set([...options.filter((one) => right.has(one)).slice(0, most - 1)])
  for (const option of options) if (kept.size < most && !right.has(option)) kept.add(option)
  return options.filter((option) => kept.has(option))
}

const asList = (question: string, texts: readonly string[]): string =>
  `${question}\n\n${texts.map((text) => `- ${text.replace(/\n/g, '\n  ')}`).join('\n')}`

/** A multiple choice as a card: `choice` with three to five options, else a question to judge by oneself. */
export const choiceFields = (
  { text, feedback }: Question,
  { options: given, several }: Extract<Asked, { kind: 'choice' }>,
  pen: Pen,
): { readonly type: string; readonly fields: Fields } | null => {
  const words = addedWords[pen.language]
  const options = given.filter(({ text: one }) => !isBlank(one))
  const right = rightOnes(options, several)
  if (options.length === 0 || right.size === 0) {
    pen.tell('no-right')
    return null
  }
  if (right.size === options.length) {
    pen.tell('all-right')
    return null
  }
  tellWeights(options, right, several, pen)
  if (!several && right.size > 1) pen.tell('several-right', String(right.size))
  const kept = fewer(options, right, pen)
  const question = pen.set(text)
  const note = isBlank(feedback) ? {} : { note: pen.set(feedback) }
  const texts = new Map(kept.map((option) => [option, pen.set(option.text)]))
  const [first] = kept.filter((option) => right.has(option))
  const answer = (first && texts.get(first)) ?? ''
  if (kept.length < least) {
    pen.tell('two-options')
    const why = first === undefined || isBlank(first.why) ? '' : `\n\n${pen.set(first.why)}`
    return { type: 'basic', fields: { front: asList(question, [...texts.values()]), back: `${answer}${why}`, ...note } }
  }
  let added = 0
  const fallback =
    right.size > 1 || answer.includes('\n') || answer.length > 200 ? words.notThis : words.rightIs(answer)
  const whyOf = (option: Answer): string => {
    if (!isBlank(option.why)) return pen.set(option.why)
    added++
    return fallback
  }
  const fields = {
    question,
    options: kept.map((option) =>
      right.has(option)
        ? { text: texts.get(option) ?? '', right: true }
        : { text: texts.get(option) ?? '', why: whyOf(option) },
    ),
    ...(first !== undefined && right.size === 1 && !isBlank(first.why) && isBlank(feedback)
      ? { note: pen.set(first.why) }
      : note),
  }
  if (added > 0) pen.tell('why-added', String(added))
  return { type: 'choice', fields }
}

/** Two options are too few for a choice; a statement is judged true or false in the head. */
export const trueFalseFields = (
  { text, feedback }: Question,
  { right, whys }: Extract<Asked, { kind: 'true-false' }>,
  pen: Pen,
): { readonly type: string; readonly fields: Fields } => {
  const words = addedWords[pen.language]
  pen.tell('self-judged')
  const reasons = [...whys, feedback].filter((one) => !isBlank(one)).map((one) => pen.set(one))
  return {
    type: 'basic',
    fields: {
      front: `${pen.set(text)}\n\n${words.trueOrFalse}`,
      back: right ? words.isTrue : words.isFalse,
      ...(reasons.length === 0 ? {} : { note: [...new Set(reasons)].join('\n\n') }),
    },
  }
}
