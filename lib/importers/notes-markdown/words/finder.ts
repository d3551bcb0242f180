import { firstSigns } from './first-signs'

/** Tells which of many words a text holds anywhere, each entry once and in the order given, in one walk. */
export const makeFinder = <T>(words: readonly (readonly [string, T])[]): ((text: string) => T[]) => {
  const byFirst = new Map<number, { readonly word: string; readonly order: number }[]>()
  words.forEach(([word], order) => {
    const unit = word.charCodeAt(0)
    const list = byFirst.get(unit)
    if (list === undefined) byFirst.set(unit, [{ word, order }])
    else list.push({ word, order })
  })
  const begins = firstSigns(words.map(([word]) => word))
  return (text) => {
    const held = new Set<number>()
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (begins[unit] === 0) continue
      for (const { word, order } of byFirst.get(unit) ?? []) if (text.startsWith(word, at)) held.add(order)
    }
    return held.size === 0 ? [] : words.flatMap(([, entry], order) => (held.has(order) ? [entry] : []))
  }
}
