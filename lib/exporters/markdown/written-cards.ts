import { isMap, isSeq, parseDocument } from 'yaml'
import type { DeckFile } from '@/lib/content/deck/deck'

/** A card as its author wrote it. */
export interface WrittenCard {
  readonly id: string
  readonly concept: string
  readonly yaml: string
}

const fence = /^(`{3,}|~{3,})\s*(card|compute)\s*\n([\s\S]*?)^\1\s*$/gm

const cardOf = (yaml: string): WrittenCard | null => {
  const document = parseDocument(yaml, { merge: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const id: unknown = document.contents.get('id')
  const concepts: unknown = document.contents.get('concepts')
  const main: unknown = isSeq(concepts) ? concepts.get(0) : null
  if (typeof id !== 'string') return null
  return { id, concept: typeof main === 'string' ? main : '', yaml: String(document).trimEnd() }
}

/** The items of a list, each as YAML by itself; its comments and its way of writing stay. */
const itemsOf = (text: string): readonly string[] => {
  const document = parseDocument(text)
  if (!isSeq(document.contents)) return []
  return document.contents.items.map((item) => {
    const one = parseDocument('{}')
    // Aliases to other items are followed: a card stands by itself here.
    one.contents = one.createNode(document.createNode(item).toJS(document)) as typeof one.contents
    return one.toString({ lineWidth: 0 })
  })
}

/** Every card of a deck's files, in their order; one that stands alike in two languages of a section once. */
export const writtenCards = (files: readonly DeckFile[]): readonly WrittenCard[] => {
  const found = new Map<string, WrittenCard>()
  for (const { path, text } of files) {
    const yamls = /\.cards\.ya?ml$/.test(path)
      ? itemsOf(text)
      : path.endsWith('.md')
        ? [...text.matchAll(fence)].map(([, , word, body = '']) =>
            word === 'compute' && !/^type:/m.test(body) ? `type: compute\n${body}` : body,
          )
        : []
    for (const yaml of yamls) {
      const card = cardOf(yaml)
      if (card !== null && !found.has(card.id)) found.set(card.id, card)
    }
  }
  return [...found.values()]
}
