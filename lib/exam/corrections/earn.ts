import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Answer } from '@/lib/view/input'
import { type Mark, markAnswer } from '../mark-answer'
import type { ExamSetup } from '../setup'
import type { Correction } from './correction'
import { type Terms, termsOf } from './terms'

/** What one question brought one person. */
export interface Earned {
  readonly points: number
  /** The most it could bring; 0 where it was dropped. */
  readonly of: number
  readonly mark: Mark
}

/** A frozen showing with all that marking needs. */
export interface MarkedForm {
  readonly item: string
  readonly form: number
  readonly key: MarkingKey
  readonly points: number
}

/** Of several accepted keys the one that brings an answer most, with the mark. */
export const bestKey = (
  keys: readonly MarkingKey[],
  answer: Answer | null,
): { readonly key: MarkingKey; readonly mark: Mark } =>
  keys.map((key) => ({ key, mark: markAnswer(key, answer) })).reduce((a, b) => (b.mark.score > a.mark.score ? b : a))

const earnBy = (terms: Terms, credit: ExamSetup['credit'], answer: Answer | null): Earned => {
  const { mark } = bestKey(terms.keys, answer)
  const share = terms.full ? 1 : credit === 'whole' && mark.score < 1 ? 0 : mark.score
  return terms.dropped ? { points: 0, of: 0, mark } : { points: terms.points * share, of: terms.points, mark }
}

/**
 * A marker of one showing under corrections, made once and used for everybody who got it. A correction that never lowers
 * is compared with what stood before it, person by person.
 */
export const makeMarker = (
  form: MarkedForm,
  credit: ExamSetup['credit'],
  corrections: readonly Correction[],
): ((answer: Answer | null) => Earned) => {
  const own = corrections.filter(({ item }) => item === form.item)
  const steps = [termsOf(form, []), ...own.map((_, index) => termsOf(form, own.slice(0, index + 1)))]
  const last = steps.at(-1)
  if (last === undefined) throw new Error('a marker has no terms')
  if (!own.some(({ neverLower }) => neverLower)) return (answer) => earnBy(last, credit, answer)
  return (answer) => {
    const [first, ...rest] = steps.map((terms) => earnBy(terms, credit, answer))
    if (first === undefined) throw new Error('a marker has no terms')
    return rest.reduce<Earned>(
      (before, after, index) =>
        own[index]?.neverLower && before.points > after.points ? { ...after, points: before.points } : after,
      first,
    )
  }
}
