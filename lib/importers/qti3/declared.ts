import { attribute, child, type Element, elementsIn, everyIn, wordsIn } from '../xml/element'

/** What an item says is right for one of its responses. */
export interface Declared {
  readonly baseType: string
  readonly cardinality: string
  readonly correct: readonly string[]
  /** Parts of the mark by value, where a mapping says them; 1 is the most. */
  readonly shares: ReadonlyMap<string, number>
  readonly tolerance: { readonly kind: 'absolute' | 'relative'; readonly size: number } | null
}

const toleranceOf = (item: Element, identifier: string): Declared['tolerance'] => {
  for (const equal of everyIn(item, 'equal')) {
    const about = elementsIn(equal, 'variable').some((one) => attribute(one, 'identifier') === identifier)
    const mode = attribute(equal, 'tolerance-mode')
    const sizes = attribute(equal, 'tolerance').trim().split(/\s+/).map(Number)
    const size = sizes.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
    if (!about || (mode !== 'absolute' && mode !== 'relative') || !Number.isFinite(size)) continue
    // A relative tolerance is written in percent.
    return mode === 'absolute' ? { kind: mode, size } : { kind: mode, size: size / 100 }
  }
  return null
}

export const declaredIn = (item: Element): ReadonlyMap<string, Declared> =>
  new Map(
    elementsIn(item, 'response-declaration').map((declaration) => {
      const identifier = attribute(declaration, 'identifier')
      const entries = elementsIn(child(declaration, 'mapping'), 'map-entry')
      const most = entries.reduce((top, entry) => Math.max(top, Number(attribute(entry, 'mapped-value')) || 0), 0)
      return [
        identifier,
        {
          baseType: attribute(declaration, 'base-type'),
          cardinality: attribute(declaration, 'cardinality'),
          correct: elementsIn(child(declaration, 'correct-response'), 'value').map((value) => wordsIn(value).trim()),
          shares: new Map(
            entries.map((entry) => [
              attribute(entry, 'map-key'),
              most > 0 ? (Number(attribute(entry, 'mapped-value')) || 0) / most : 0,
            ]),
          ),
          tolerance: toleranceOf(item, identifier),
        },
      ]
    }),
  )
