import { type Element, isElement } from '../xml/element'

const kebab = (name: string): string =>
  name
    .replace(/^qti-/, '')
    .replace(/([a-z0-9])([A-Z])/g, (_all, before: string, sign: string) => `${before}-${sign.toLowerCase()}`)

/** QTI 2 writes `choiceInteraction` where QTI 3 writes `qti-choice-interaction`: both as `choice-interaction`. */
export const normal = (element: Element): Element => ({
  ...element,
  name: kebab(element.name),
  attributes: new Map([...element.attributes].map(([name, value]) => [kebab(name), value])),
  children: element.children.map((node) => (isElement(node) ? normal(node) : node)),
})
