import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { type Language, languages } from '@/lib/core/language'
import type { MarkdownField } from '../field-reader'

/** One thing a card says, as its author wrote it. */
export interface SaidPart {
  /** JSON Pointer within the card, e.g. `/options/1/text`. */
  readonly path: string
  /** Null for what is the same in every language: numbers, keys, programs. */
  readonly language: Language | null
  /** Prose is Markdown with formulas; data counts to the letter. */
  readonly kind: 'prose' | 'data'
  readonly text: string
}

/** Where a card stands, not what it says. */
const placeKeys: ReadonlySet<string> = new Set(['id', 'concepts', 'section', 'tags', 'allow', 'type'])

const pointer = (key: unknown) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

const wordsOf = (field: MarkdownField, path: string): readonly SaidPart[] => {
  const texts = languages.flatMap((language) => {
    const text = field.words[language]
    return text === undefined ? [] : [{ path, language, kind: 'prose' as const, text }]
  })
  const [first, second] = texts
  // One plain string for all languages is said once.
  return first !== undefined && second !== undefined && first.text === second.text
    ? [{ ...first, language: null }]
    : texts
}

/** Everything a card says, in the order it is written. `markdown` are its texts as they were read. */
export const saidBy = (card: Node, base: string, markdown: readonly MarkdownField[]): readonly SaidPart[] => {
  const prose = new Map(markdown.map((field) => [field.path.slice(base.length), field]))
  const walk = (node: unknown, path: string): readonly SaidPart[] => {
    const field = prose.get(path)
    if (field !== undefined) return wordsOf(field, path)
    if (isMap(node))
      return node.items.flatMap(({ key, value }) => {
        const name = isScalar(key) ? key.value : key
        return path === '' && placeKeys.has(String(name)) ? [] : walk(value, path + pointer(name))
      })
    if (isSeq(node)) {
      const flat = node.items.every((item) => isScalar(item) || isSeq(item))
      if (!flat || node.items.some((_, i) => prose.has(path + pointer(i))))
        return node.items.flatMap((item, i) => walk(item, path + pointer(i)))
      return [{ path, language: null, kind: 'data', text: JSON.stringify(node.toJSON()) }]
    }
    if (!isScalar(node) || node.value === null) return []
    const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
    return [{ path, language: null, kind: 'data', text }]
  }
  return walk(card, '')
}
