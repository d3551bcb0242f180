import type { Heading, Root } from 'mdast'
import { isMap } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { asId, type ConceptId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { FieldReader } from '../field-reader'
import type { Formulas } from '../markdown/formulas'
import { parseMarkdown, refusal } from '../markdown/parse'
import { readTree } from '../markdown/read'
import { readYaml } from '../yaml/document'
import type { DeckFile, SectionText } from './deck'

export interface SectionFront {
  readonly id: string
  readonly study: number
  readonly order: number
  readonly concepts: readonly ConceptId[]
}

export interface SectionReading {
  readonly language: Language
  readonly name: string
  readonly front: SectionFront
  readonly text: SectionText
}

const readFront = (
  root: Root,
  name: string,
  file: string,
  known: Pick<ReadonlySet<string>, 'has'>,
  diagnostics: Diagnostic[],
): SectionFront | null => {
  const front = root.children[0]
  if (front?.type !== 'yaml') return null
  const opens = front.position?.start.line ?? 1
  // Blank lines in front keep the places of the file.
  const { source, root: node, diagnostics: yaml } = readYaml('\n'.repeat(opens) + front.value, file)
  diagnostics.push(...yaml)
  if (!isMap(node)) return null
  const fields = new FieldReader({ source, languages: [], diagnostics, markdown: [] }, node, '')
  const id = fields.string('id')
  const study = fields.integer('study')
  const order = fields.number('order')
  const concepts = fields.strings('concepts') ?? []
  fields.finish()
  if (id !== null && id !== name)
    fields.fault('id', `The section is called "${id}", its file "${name}".`, 'Give both one name: links use it.')
  for (const concept of concepts)
    if (!known.has(concept))
      fields.fault(
        'concepts',
        `"${concept}" is no concept of this deck.`,
        'Add it to concepts.yaml, or name one that stands there.',
      )
  if (id === null || study === null || order === null) return null
  return { id, study, order, concepts: concepts.map((concept) => asId<ConceptId>(concept)) }
}

const wordsOf = (heading: Heading): string => {
  const say = (nodes: Heading['children']): string =>
    nodes.map((node) => ('value' in node ? node.value : 'children' in node ? say(node.children) : '')).join('')
  return say(heading.children).trim()
}

const name = /([^/]+)\.(en|zh)\.md$/

export const isSection = (path: string): boolean => name.test(path)

/** A section as far as its file's name tells: enough for cards that name it or lead to it. */
export const sectionByName: SectionReader = (file) => {
  const [, id = '', suffix] = name.exec(file.path) ?? []
  const met = { links: [], anchors: [], figures: [], fences: [], formulas: [], gaps: 0 }
  const text = { file: file.path, title: id, blocks: [], met, source: '' }
  return {
    section: {
      language: suffix === 'zh' ? 'zh' : 'en',
      name: id,
      front: { id, study: 1, order: 1, concepts: [] },
      text,
    },
    diagnostics: [],
  }
}

/** Reads one language of one section, against the concepts there are and the words that open a card. */
export type SectionReader = typeof readSection

/** One language of one section: front matter, title, text. Null when it has no front matter or title. */
export const readSection = (
  file: DeckFile,
  formulas: Formulas,
  concepts: Pick<ReadonlySet<string>, 'has'>,
  cardWords: ReadonlySet<string>,
): { section: SectionReading | null; diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  const tell = (
    at: { line: number; column: number },
    severity: Diagnostic['severity'],
    message: string,
    hint: string,
  ) => diagnostics.push({ severity, file: file.path, path: '', line: at.line, column: at.column, message, hint })
  const [, fileName = '', suffix] = name.exec(file.path) ?? []
  const language: Language = suffix === 'zh' ? 'zh' : 'en'
  const refused = refusal(file.text)
  if (refused !== null) {
    tell(refused, refused.severity, refused.message, refused.hint)
    return { section: null, diagnostics }
  }
  const root = parseMarkdown(file.text)
  const front = readFront(root, fileName, file.path, concepts, diagnostics)
  const titleAt = root.children.findIndex((node) => node.type === 'heading' && node.depth === 1)
  const heading = root.children[titleAt]
  if (front === null && diagnostics.length === 0)
    tell(
      { line: 1, column: 1 },
      'error',
      'The section has no front matter.',
      'Start with --- id, study, order, concepts ---.',
    )
  if (heading?.type !== 'heading')
    tell({ line: 1, column: 1 }, 'error', 'The section has no title.', 'Write "# Title" below the front matter.')
  const rest = root.children.filter((_, i) => i !== titleAt)
  const { blocks, faults, met } = readTree(file.text, rest, language, formulas, cardWords)
  for (const fault of faults) tell(fault, fault.severity, fault.message, fault.hint)
  if (front === null || heading?.type !== 'heading') return { section: null, diagnostics }
  const text: SectionText = { file: file.path, title: wordsOf(heading), blocks, met, source: file.text }
  return { section: { language, name: fileName, front, text }, diagnostics }
}
