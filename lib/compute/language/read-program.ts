import { type Document, isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import { asId, type ConceptId } from '@/lib/core/id'
import { capFaults } from './cap-faults'
import { checkNames } from './check-names'
import {
  type Desk,
  type Field,
  fieldIn,
  fieldsOf,
  isNothing,
  nodeOf,
  pointer,
  refuseUnknown,
  type Source,
  tell,
} from './desk'
import { limits } from './limits'
import type { Program } from './program'
import { readAsk } from './read-ask'
import { readFormula } from './read-formula'
import { readGiven } from './read-given'
import { readMistake } from './read-mistake'
import { itemsOf, readText, readWords } from './read-scalar'
import { readStep } from './read-step'
import { preflight, syntaxFault, tooDeep } from './yaml-faults'

const own = ['id', 'concepts', 'title', 'prompt', 'given', 'require', 'steps', 'ask', 'mistakes'] as const

/** Fields of the card around a program; read by the card type, skipped here. */
const cardFields = ['type', 'tags', 'section', 'note', 'erratum', 'solution'] as const

export interface ReadPrograms {
  /** Null where a program has faults; in document order. */
  readonly programs: readonly (Program | null)[]
  /** Whether the document is a list of programs rather than one. */
  readonly array: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a YAML 1.2 or JSON document that holds one program or a list of them. Never throws on any text. */
export const readPrograms = (text: string, file?: string): ReadPrograms => {
  const lines = new LineCounter()
  const named = file === undefined ? {} : { file }
  const nothing = (diagnostics: readonly Diagnostic[]): ReadPrograms => ({
    programs: [null],
    array: false,
    diagnostics,
  })
  const refused = preflight(text, file)
  if (refused !== null) return nothing([refused])
  const document = parseYaml(text, lines)
  if (document === null) return nothing([tooDeep(file)])
  const desk: Desk = { source: { text, lines, document, ...named }, diagnostics: [] }
  const [error] = [...document.errors, ...document.warnings]
  if (error !== undefined) return nothing([syntaxFault(desk.source, error, document.contents)])
  const root = nodeOf(document.contents)
  if (root === null || isNothing(root)) {
    tell(desk, root, '', 'The document is empty.', 'Write a program with given, steps and ask.')
    return nothing(desk.diagnostics)
  }
  if (!isSeq(root)) {
    const read = readProgramNode(root, desk.source, '', file)
    return { programs: [read.program], array: false, diagnostics: read.diagnostics }
  }
  if (root.items.length > limits.programs) {
    const count = `${root.items.length} programs are too many for one document; ${limits.programs} are allowed.`
    tell(desk, root, '', count, 'Split it into several files.')
    return nothing(desk.diagnostics)
  }
  const all = root.items.map((item, i) => readProgramNode(nodeOf(item) ?? root, desk.source, pointer('', i), file))
  return {
    programs: all.map(({ program }) => program),
    array: true,
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Null for text nested deeper than the YAML reader's recursion goes, e.g. ten thousand "- " in one line. */
const parseYaml = (text: string, lineCounter: LineCounter): Document.Parsed | null => {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      // Checked by our own reader in linear time; the library compares every pair.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      lineCounter,
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * Reads a program that sits inside another YAML document, e.g. a card. `path` is the node's JSON Pointer there. Faults in
 * `mistakes` are told but keep the program: it still has a value.
 */
export const readProgramNode = (
  node: Node,
  source: Source,
  path: string,
  file?: string,
): { readonly program: Program | null; readonly diagnostics: readonly Diagnostic[] } => {
  const desk: Desk = { source: file === undefined ? source : { ...source, file }, diagnostics: [] }
  const program = readFields(desk, node, path)
  const diagnostics = capFaults(distinct(desk.diagnostics), limits.faults)
  const broken = desk.diagnostics.some((found) => isError(found) && !found.path.startsWith(`${path}/mistakes`))
  return { program: broken ? null : program, diagnostics }
}

/** A node read for several purposes tells its fault each time. */
const distinct = (all: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(all.map((one) => [`${one.path} ${one.line}:${one.column} ${one.message}`, one])).values(),
]

const readFields = (desk: Desk, node: Node, path: string): Program | null => {
  if (!isMap(node)) return tell(desk, node, path, 'A program should be a map.', 'Write given, steps and ask.')
  const fields = fieldsOf(desk, node, path, 'The program')
  if (fields === null) return null
  refuseUnknown(desk, fields, [...own, ...cardFields], 'A program')
  const field = (key: (typeof own)[number]) => fieldIn(fields, key)
  const [id, title, prompt] = [field('id'), field('title'), field('prompt')]
  const askField = field('ask')
  const asks = askField === null ? null : items(desk, askField, limits.asks)
  if (askField === null || asks?.length === 0)
    tell(
      desk,
      askField?.value ?? node,
      askField?.path ?? path,
      'The program asks for nothing.',
      'Add ask: [{ value: loss }].',
    )
  const program = {
    id: id && readText(desk, id),
    concepts: readConcepts(desk, field('concepts')),
    title: title && readWords(desk, title),
    prompt: prompt && readWords(desk, prompt),
    given: kept(entries(desk, field('given'), limits.givens).map((one) => readGiven(desk, one))),
    require: kept(items(desk, field('require'), limits.asks).map((one) => readFormula(desk, one))),
    steps: kept(entries(desk, field('steps'), limits.steps).map((one) => readStep(desk, one))),
    ask: kept((asks ?? []).map((one, i) => readAsk(desk, one, i + 1))),
    mistakes: kept(entries(desk, field('mistakes'), limits.mistakes).map((one) => readMistake(desk, one))),
  }
  // Names are only worth checking once all of them could be read: else one slip is told many times.
  if (!desk.diagnostics.some((found) => !found.path.startsWith(`${path}/mistakes`))) checkNames(desk, program)
  return program
}

const readConcepts = (desk: Desk, at: Field | null): readonly ConceptId[] =>
  at === null
    ? []
    : kept((itemsOf(desk, at) ?? []).map((item) => readText(desk, item))).map((id) => asId<ConceptId>(id))

const entries = (desk: Desk, at: Field | null, most: number): readonly Field[] =>
  at === null ? [] : within(desk, at, fieldsOf(desk, at.value, at.path, `"${at.key}"`) ?? [], most)

const items = (desk: Desk, at: Field | null, most: number): readonly Field[] =>
  at === null ? [] : within(desk, at, itemsOf(desk, at) ?? [], most)

const within = (desk: Desk, at: Field, all: readonly Field[], most: number): readonly Field[] => {
  if (all.length <= most) return all
  tell(desk, at.keyNode, at.path, `"${at.key}" has ${all.length} entries; ${most} are allowed.`, 'Split the question.')
  return []
}

const kept = <T>(all: readonly (T | null)[]): readonly T[] => all.filter((one) => one !== null)
