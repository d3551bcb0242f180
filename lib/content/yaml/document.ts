import { isAlias, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { positionAt, type YamlSource } from './source'
import { swallowedCommands, syntaxFaults } from './syntax-fault'

const longestText = 1_000_000
const longestLine = 20_000

export interface YamlDocument {
  readonly source: YamlSource
  /** Null for an empty text and for one with errors. */
  readonly root: Node | null
  readonly diagnostics: readonly Diagnostic[]
}

const tooLong = (text: string): string | null => {
  if (text.length > longestText) return `The file has ${text.length} characters; at most ${longestText} are read.`
  for (let start = 0, line = 1; start <= text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start > longestLine) return `Line ${line} has ${end - start} characters; at most ${longestLine} are read.`
    start = end + 1
  }
  return null
}

/** YAML 1.2 with positions. Duplicate keys and aliases are refused, so that a file means what it shows. */
export const readYaml = (text: string, file: string): YamlDocument => {
  const lines = new LineCounter()
  const source: YamlSource = { file, text, lines }
  const diagnostics: Diagnostic[] = []
  const tell = (offset: number, message: string, hint: string) =>
    diagnostics.push({ severity: 'error', file, path: '', ...positionAt(source, offset), message, hint })
  const refused = tooLong(text)
  if (refused !== null) {
    tell(0, refused, 'Split it.')
    return { source, root: null, diagnostics }
  }
  // Keys are compared below in linear time; the library compares every pair.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const faults = [...syntaxFaults(text, document.errors), ...swallowedCommands(text, document.contents)]
  for (const { offset, message, hint } of faults) tell(offset, message, hint)
  visit(document, {
    Alias: (_, node) => {
      if (isAlias(node)) tell(node.range?.[0] ?? 0, `The alias "*${node.source}" is not read.`, 'Write it out.')
    },
    Map: (_, node) => {
      const met = new Set<unknown>()
      for (const { key } of node.items) {
        if (!isScalar(key)) continue
        if (met.has(key.value)) tell(key.range?.[0] ?? 0, 'A field stands here twice.', 'Remove one of them.')
        met.add(key.value)
      }
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\u0000'))
        tell(node.range?.[0] ?? 0, 'The text holds the character NUL, which no database keeps.', 'Remove it.')
    },
  })
  return { source, root: diagnostics.length > 0 ? null : document.contents, diagnostics }
}
