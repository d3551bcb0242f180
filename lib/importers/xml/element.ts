/** An element as it stands in a document: prefixes are dropped from names, entities are read, comments are gone. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
  /** Line it begins on, from 1. */
  readonly line: number
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string'

export const elementsIn = (element: Element | null, name?: string): readonly Element[] =>
  (element?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name)

export const child = (element: Element | null, name: string): Element | null => elementsIn(element, name)[0] ?? null

/** The element at the end of a path of names; null where one is missing. */
export const at = (element: Element | null, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>(child, element)

/** All words within, in order. */
export const wordsIn = (element: Element | null): string =>
  (element?.children ?? []).map((node) => (isElement(node) ? wordsIn(node) : node)).join('')

export const wordsAt = (element: Element | null, ...path: readonly string[]): string =>
  wordsIn(at(element, ...path)).trim()

export const attribute = (element: Element | null, name: string): string => element?.attributes.get(name) ?? ''

/** Every element of a name, however deep, in order. Does not look within a found one. */
export const everyIn = (element: Element | null, name: string): readonly Element[] =>
  elementsIn(element).flatMap((one) => (one.name === name ? [one] : everyIn(one, name)))

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const single = new Set(['br', 'img', 'hr', 'wbr', 'col'])

/** What is within an element as markup again, for formats whose texts are elements. `swap` may put another text for one. */
export const markupIn = (element: Element | null, swap: (element: Element) => string | null = () => null): string =>
  (element?.children ?? []).map((node) => (isElement(node) ? markupOf(node, swap) : escaped(node))).join('')

export const markupOf = (element: Element, swap: (element: Element) => string | null): string => {
  const swapped = swap(element)
  if (swapped !== null) return swapped
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  if (single.has(element.name)) return `<${element.name}${attributes}>`
  return `<${element.name}${attributes}>${markupIn(element, swap)}</${element.name}>`
}
