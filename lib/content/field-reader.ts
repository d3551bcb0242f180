import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import type { Diagnostic, Position } from '@/lib/core/diagnostic'
import { type Language, languages, type Words } from '@/lib/core/language'
import { isFigure } from './markdown/links'
import type { Setting } from './typesetter'
import { didYouMean } from './yaml/did-you-mean'
import { placeInScalar } from './yaml/scalar-place'
import { positionOf, type YamlSource } from './yaml/source'

/** A Markdown text of a card with the scalar it was written in, so that faults inside it are told where they stand. */
export interface MarkdownField {
  readonly words: Words
  readonly path: string
  readonly setting: Setting
  readonly place: (language: Language, within: Position) => Position
}

/** What all readers of one card share: the text, what was found wrong, and the Markdown met on the way. */
export interface ReadingDesk {
  readonly source: YamlSource
  /** Languages every text must have; a plain string serves all. */
  readonly languages: readonly Language[]
  readonly diagnostics: Diagnostic[]
  readonly markdown: MarkdownField[]
}

/** An entry of a list that mixes plain texts with maps. */
export type ListEntry = FieldReader | { readonly string: () => string | null; readonly words: () => Words | null }

const pointer = (key: string | number) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/**
 * Reads one YAML map field by field. Every reading method returns null after telling a fault; a method named `optional…`
 * returns null for an absent field without one. `finish` then tells the keys nobody asked for.
 */
export class FieldReader {
  readonly node: YAMLMap
  /** JSON Pointer of this map in its document. */
  readonly path: string
  private readonly desk: ReadingDesk
  private readonly asked = new Set<string>()
  private readonly children: FieldReader[] = []

  constructor(desk: ReadingDesk, node: YAMLMap, path: string) {
    this.desk = desk
    this.node = node
    this.path = path
  }

  get source(): YamlSource {
    return this.desk.source
  }

  /** Tells a fault at a field of this map (by key; the map itself when the key is absent) or at any node of the document. */
  fault(at: string | Node, message: string, hint: string, severity: Diagnostic['severity'] = 'error'): null {
    const key = typeof at === 'string' ? at : null
    const node = typeof at === 'string' ? (this.raw(at) ?? this.node) : at
    this.tell(node, key === null || this.raw(key) === null ? this.path : this.path + pointer(key), {
      message,
      hint,
      severity,
    })
    return null
  }

  /** Passes on diagnostics found by another reader of the same document. */
  report(diagnostics: readonly Diagnostic[]): void {
    for (const found of diagnostics) this.desk.diagnostics.push({ ...found, file: found.file ?? this.source.file })
  }

  /** Marks keys as known that something else reads from the raw node. */
  allow(keys: Iterable<string>): void {
    for (const key of keys) this.asked.add(key)
  }

  has(key: string): boolean {
    this.asked.add(key)
    return this.raw(key) !== null
  }

  /** The key's node as it is, for readers of their own language; null when absent. */
  raw(key: string): Node | null {
    const value = this.node.get(key, true) as Node | null | undefined
    return value === undefined || value === null || (isScalar(value) && value.value === null) ? null : value
  }

  isMap(key: string): boolean {
    return isMap(this.raw(key))
  }

  isListOfMaps(key: string): boolean {
    const node = this.raw(key)
    return isSeq(node) && node.items.every((item) => isMap(item))
  }

  keys(): readonly string[] {
    return this.node.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key))
  }

  string(key: string): string | null {
    return this.require(key, 'a text') ? this.optionalString(key) : null
  }

  /** Numbers and booleans are taken as they were written: `answers: [1, true]` are spellings. */
  optionalString(key: string): string | null {
    const node = this.find(key)
    return node === null ? null : this.textOf(node, this.path + pointer(key), key)
  }

  /** Markdown in each language of the deck, or one plain string for all. `setting` is how the type will have it set. */
  words(key: string, setting: Setting = {}): Words | null {
    return this.require(key, 'a text in each language') ? this.optionalWords(key, setting) : null
  }

  optionalWords(key: string, setting: Setting = {}): Words | null {
    const node = this.find(key)
    return node === null ? null : this.wordsOf(node, this.path + pointer(key), key, setting)
  }

  /** LaTeX without dollar signs, e.g. how a given is called: checked like a formula in a text. */
  optionalFormula(key: string): string | null {
    const tex = this.optionalString(key)
    const node = this.raw(key)
    if (tex === null || !isScalar(node)) return tex
    const text = `$${tex}$`
    this.desk.markdown.push({
      words: { en: text, zh: text },
      setting: {},
      path: this.path + pointer(key),
      place: (_, { line, column }) =>
        placeInScalar(this.source, node, { line, column: line === 1 ? Math.max(1, column - 1) : column }),
    })
    return tex
  }

  /** A picture of the deck, named without Markdown, with the text `alt` that says what it shows: checked like one in a text. */
  figure(key: string, alt: Words | null): string | null {
    const src = this.require(key, 'the name of a file below figures/') ? this.optionalString(key) : null
    const node = this.raw(key)
    if (src === null || !isScalar(node)) return src
    if (!isFigure(src))
      return this.fault(
        key,
        `"${src.slice(0, 60)}" is not a figure of this deck.`,
        'Put the file below figures/ and name it so, e.g. figures/name.svg.',
      )
    if (alt === null) return src
    const written = (text: string | undefined) => `![${(text ?? '').replace(/[\\[\]]/g, '\\$&')}](<${src}>)`
    this.desk.markdown.push({
      words: { en: written(alt.en ?? alt.zh), zh: written(alt.zh ?? alt.en) },
      setting: {},
      path: this.path + pointer(key),
      place: () => positionOf(this.source, node),
    })
    return src
  }

  number(key: string): number | null {
    return this.require(key, 'a number') ? this.optionalNumber(key) : null
  }

  optionalNumber(key: string): number | null {
    const node = this.find(key)
    if (node === null) return null
    if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value
    return this.fault(key, `"${key}" should be a number.`, `Write digits without quotes, e.g. "${key}: 3".`)
  }

  integer(key: string): number | null {
    return this.require(key, 'a whole number') ? this.optionalInteger(key) : null
  }

  optionalInteger(key: string): number | null {
    const value = this.optionalNumber(key)
    if (value === null || Number.isSafeInteger(value)) return value
    return this.fault(key, `"${key}" should be a whole number.`, `Write it without decimals, e.g. "${key}: 3".`)
  }

  /** False when absent. */
  boolean(key: string): boolean {
    const node = this.find(key)
    if (node === null) return false
    if (isScalar(node) && typeof node.value === 'boolean') return node.value
    this.fault(key, `"${key}" should be true or false.`, `Write "${key}: true" or leave it out.`)
    return false
  }

  strings(key: string): readonly string[] | null {
    const items = this.items(key)
    if (items === null) return null
    const texts = items.map((item, i) => this.textOf(item, this.path + pointer(key) + pointer(i), `${key}[${i}]`))
    return texts.every((text) => text !== null) ? texts : null
  }

  optionalStrings(key: string): readonly string[] {
    return this.has(key) ? (this.strings(key) ?? []) : []
  }

  /** A list whose entries are Markdown texts. */
  wordsList(key: string): readonly Words[] | null {
    const items = this.items(key)
    if (items === null) return null
    const texts = items.map((item, i) => this.wordsOf(item, this.path + pointer(key) + pointer(i), `${key}[${i}]`))
    return texts.every((words) => words !== null) ? texts : null
  }

  /** A list that mixes plain entries with maps that hold `field`: each entry as a reader of that map, or to be read as it stands. */
  entries(key: string, field: string): readonly ListEntry[] | null {
    const items = this.items(key)
    return items === null
      ? null
      : items.map((item, i) => {
          const path = this.path + pointer(key) + pointer(i)
          if (isMap(item) && item.has(field)) return this.child(item, path)
          return {
            string: () => this.textOf(item, path, `${key}[${i}]`),
            words: () => this.wordsOf(item, path, `${key}[${i}]`),
          }
        })
  }

  map(key: string): FieldReader | null {
    return this.require(key, 'a map') ? this.optionalMap(key) : null
  }

  optionalMap(key: string): FieldReader | null {
    const node = this.find(key)
    if (node === null) return null
    if (isMap(node)) return this.child(node, this.path + pointer(key))
    return this.fault(key, `"${key}" should be a map.`, 'Write "name: value" pairs below it.')
  }

  /** A list whose entries are maps. */
  maps(key: string): readonly FieldReader[] | null {
    const items = this.items(key)
    if (items === null) return null
    const readers = items.map((item, i) => {
      if (isMap(item)) return this.child(item, this.path + pointer(key) + pointer(i))
      this.tell(item, this.path + pointer(key) + pointer(i), {
        message: `Entry ${i + 1} of "${key}" should be a map.`,
        hint: 'Write it as "- { name: value }".',
        severity: 'error',
      })
      return null
    })
    return readers.every((reader) => reader !== null) ? readers : null
  }

  /** Tells every key that nobody asked for, here and in the maps below. Call once, when the card has been read. */
  finish(): void {
    for (const pair of this.node.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      if (this.asked.has(key)) continue
      const meant = didYouMean(key, this.asked)
      this.tell(isScalar(pair.key) ? pair.key : this.node, this.path + pointer(key), {
        message: `"${key}" is not a field here.`,
        hint: meant === null ? `Known fields: ${[...this.asked].join(', ')}.` : `Did you mean "${meant}"?`,
        severity: 'error',
      })
    }
    for (const child of this.children) child.finish()
  }

  private find(key: string): Node | null {
    this.asked.add(key)
    return this.raw(key)
  }

  private require(key: string, what: string): boolean {
    if (this.has(key)) return true
    this.fault(key, `"${key}" is missing.`, `Add "${key}" with ${what}.`)
    return false
  }

  private items(key: string): readonly Node[] | null {
    if (!this.require(key, 'a list')) return null
    const node = this.raw(key)
    if (isSeq(node)) return node.items.filter((item): item is Node => item !== null && typeof item === 'object')
    return this.fault(key, `"${key}" should be a list.`, 'Write one entry a line, each after "- ".')
  }

  private child(node: YAMLMap, path: string): FieldReader {
    const child = new FieldReader(this.desk, node, path)
    this.children.push(child)
    return child
  }

  private textOf(node: Node, path: string, label: string): string | null {
    if (isScalar(node) && typeof node.value === 'string') return node.value
    if (isScalar(node) && (typeof node.value === 'number' || typeof node.value === 'boolean'))
      return node.source ?? String(node.value)
    this.tell(node, path, {
      message: `"${label}" should be a text.`,
      hint: 'Put it in quotes when it holds ": ", " #", or starts with [, { or *.',
      severity: 'error',
    })
    return null
  }

  private wordsOf(node: Node, path: string, label: string, setting: Setting = {}): Words | null {
    const scalars: { [L in Language]?: Scalar } = {}
    const words: { [L in Language]?: string } = {}
    const take = (language: Language, value: Node | null, at: string) => {
      const text = value === null ? null : this.textOf(value, at, label)
      if (text === null || !isScalar(value)) return
      words[language] = text
      scalars[language] = value
    }
    if (isMap(node)) {
      const inner = this.child(node, path)
      for (const language of languages) take(language, inner.find(language), path + pointer(language))
      for (const language of this.desk.languages)
        if (inner.raw(language) === null)
          inner.fault(
            language,
            `"${label}" has no text in "${language}".`,
            `Add "${language}: ...", or write one plain string when both languages read the same.`,
          )
    } else for (const language of languages) take(language, node, path)
    if (Object.keys(words).length === 0) return null
    this.desk.markdown.push({
      words,
      path,
      setting,
      place: (language, within) => {
        const scalar = scalars[language]
        return scalar === undefined ? positionOf(this.source, node) : placeInScalar(this.source, scalar, within)
      },
    })
    return words
  }

  private tell(node: Node, path: string, what: Pick<Diagnostic, 'message' | 'hint' | 'severity'>): void {
    const { line, column } = positionOf(this.source, node)
    this.desk.diagnostics.push({ ...what, file: this.source.file, path, line, column })
  }
}
