import { attribute, child, type Element, elementsIn, everyIn, isElement, wordsIn } from '../xml/element'

/** What earns a part of the mark: a response with a value, and how much of the mark. */
export interface Scored {
  readonly response: string
  readonly value: string
  readonly share: number
}

/** A range that earns a part of the mark. */
export interface ScoredRange {
  readonly low: number
  readonly high: number
  readonly share: number
}

const earned = (condition: Element): number =>
  elementsIn(condition, 'setvar').reduce((sum, one) => Math.max(sum, Number(wordsIn(one)) || 0), 0)

/** The most a question can earn, as its declaration says; 100 where it does not. */
const mostOf = (item: Element): number =>
  everyIn(item, 'decvar').reduce((most, one) => Math.max(most, Number(attribute(one, 'maxvalue')) || 0), 0) || 100

/** Elements of a name that are not within a `not`. */
const wanted = (element: Element, name: string): readonly Element[] =>
  element.children
    .filter(isElement)
    .flatMap((one) => (one.name === name ? [one] : one.name === 'not' ? [] : wanted(one, name)))

const conditionsOf = (item: Element): readonly { readonly condition: Element; readonly share: number }[] =>
  everyIn(item, 'respcondition').flatMap((one) => {
    const condition = child(one, 'conditionvar')
    const share = earned(one) / mostOf(item)
    return condition === null || share <= 0 ? [] : [{ condition, share }]
  })

export const scoresOf = (item: Element): readonly Scored[] =>
  conditionsOf(item).flatMap(({ condition, share }) =>
    wanted(condition, 'varequal').map((one) => ({
      response: attribute(one, 'respident'),
      value: wordsIn(one).trim(),
      share,
    })),
  )

const bound = (condition: Element, names: readonly string[]): number => {
  const [found] = names.flatMap((name) => wanted(condition, name))
  return found === undefined ? Number.NaN : Number(wordsIn(found).trim())
}

export const rangesOf = (item: Element): readonly ScoredRange[] =>
  conditionsOf(item).flatMap(({ condition, share }) => {
    const [low, high] = [bound(condition, ['vargte', 'vargt']), bound(condition, ['varlte', 'varlt'])]
    return Number.isFinite(low) && Number.isFinite(high) ? [{ low, high, share }] : []
  })
