import type { Wildcard } from '../questions/question'
import { child, type Element, elementsIn, wordsAt } from '../xml/element'

const numberAt = (element: Element, name: string): number => {
  const text = wordsAt(element, name, 'text') || wordsAt(element, name)
  return text === '' ? Number.NaN : Number(text)
}

/** Wildcards of a calculated question: their ranges, and the values that were drawn from them. */
export const datasetsOf = (question: Element): readonly Wildcard[] =>
  elementsIn(child(question, 'dataset_definitions'), 'dataset_definition').map((definition) => {
    const decimals = numberAt(definition, 'decimals')
    return {
      name: wordsAt(definition, 'name', 'text') || wordsAt(definition, 'name'),
      low: numberAt(definition, 'minimum'),
      high: numberAt(definition, 'maximum'),
      decimals: Number.isInteger(decimals) && decimals >= 0 && decimals <= 9 ? decimals : 1,
      uniform: (wordsAt(definition, 'distribution', 'text') || 'uniform') === 'uniform',
      drawn: elementsIn(child(definition, 'dataset_items'), 'dataset_item')
        .map((item) => Number(wordsAt(item, 'value')))
        .filter(Number.isFinite),
    }
  })
