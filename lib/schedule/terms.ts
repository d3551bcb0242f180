/** What a learner asked of a deck when an interval was given, as far as it decides the interval. */
export interface Terms {
  /** Chance of recall at which a card comes due, 0.7..0.97. */
  readonly retention: number
  /** Short steps of a new card, minutes. */
  readonly learning: readonly number[]
  /** Short steps of a forgotten card, minutes. */
  readonly relearning: readonly number[]
  /** No interval is longer, days. */
  readonly longest: number
}

export const defaultTerms: Terms = { retention: 0.9, learning: [1, 10], relearning: [10], longest: 36_500 }

export const leastRetention = 0.7
export const mostRetention = 0.97
export const mostSteps = 6
/** Steps end within the day. */
export const longestStep = 720
export const leastLongest = 7

/** Terms as an event names them: `0.9;1,10;10;36500`. One text for the same terms, everywhere. */
export const writeTerms = ({ retention, learning, relearning, longest }: Terms): string =>
  [retention, learning.join(','), relearning.join(','), longest].join(';')

const readSteps = (text: string): readonly number[] | null => {
  const steps = text === '' ? [] : text.split(',').map(Number)
  const fits = (minutes: number) => Number.isInteger(minutes) && minutes >= 1 && minutes <= longestStep
  return steps.length <= mostSteps && steps.every(fits) ? steps : null
}

/** Null where the text is none of `writeTerms`. */
export const readTerms = (text: string): Terms | null => {
  const [first, second, third, fourth, ...rest] = text.split(';')
  if (first === undefined || second === undefined || third === undefined || rest.length > 0) return null
  const retention = Number(first)
  const longest = Number(fourth)
  const learning = readSteps(second)
  const relearning = readSteps(third)
  if (!(retention >= leastRetention && retention <= mostRetention) || !learning || !relearning) return null
  if (!Number.isInteger(longest) || longest < leastLongest || longest > defaultTerms.longest) return null
  return { retention, learning, relearning, longest }
}
