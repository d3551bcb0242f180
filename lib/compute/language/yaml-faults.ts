import { isMap, isScalar, isSeq, type YAMLError } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { nodeOf, pointer, type Source } from './desk'
import { limits } from './limits'

const at = (source: { readonly file?: string }, line: number, column: number, message: string, hint: string) =>
  ({
    severity: 'error',
    ...(source.file === undefined ? {} : { file: source.file }),
    path: '',
    line,
    column,
    message,
    hint,
  }) satisfies Diagnostic

export const tooDeep = (file?: string): Diagnostic =>
  at(
    file === undefined ? {} : { file },
    1,
    1,
    'The document is nested too deep to be read.',
    `Use at most ${limits.nesting} levels.`,
  )

/** Refuses what would cost the YAML reader too much, before it sees the text: size and depth of brackets. */
export const preflight = (text: string, file?: string): Diagnostic | null => {
  const source = file === undefined ? {} : { file }
  if (text.length > limits.document)
    return at(
      source,
      1,
      1,
      `The document is ${text.length} characters long; ${limits.document} are allowed.`,
      'Split it into several files.',
    )
  let [line, start, depth] = [1, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (sign === 10) [line, start] = [line + 1, i + 1]
    else if (sign === 0x5b || sign === 0x7b) depth++
    else if ((sign === 0x5d || sign === 0x7d) && depth > 0) depth--
    // Brackets in prose need not match, so this only stops depths that no prose reaches.
    if (depth > limits.nesting * 4)
      return at(source, line, i - start + 1, 'Brackets are nested too deep.', `Use at most ${limits.nesting} levels.`)
  }
  return null
}

const cures: readonly (readonly [code: string, hint: string])[] = [
  ['MULTIPLE_DOCS', 'Write several programs as a list, each after "- ".'],
  ['TAG_RESOLVE_FAILED', 'Tags have no meaning here; quote a text that starts with "!".'],
  ['BLOCK_AS_IMPLICIT_KEY', 'Quote an expression that holds ": ", e.g. "x[1: 3]", and check the indentation.'],
  ['BAD_ALIAS', 'Quote an expression that starts with *.'],
  ['BAD_SCALAR_START', 'Quote a text that starts with @, ` or %.'],
  ['UNEXPECTED_TOKEN', 'Quote expressions inside { } and [ ], e.g. { value: "x[0, 1]" }.'],
  ['TAB_AS_INDENT', 'Indent with spaces.'],
]

/** What the YAML reader could not read, as a diagnostic with a cure. */
export const syntaxFault = (source: Source, error: YAMLError, contents: unknown): Diagnostic => {
  if (error.message.includes('call stack')) return tooDeep(source.file)
  const { line, col } = source.lines.linePos(error.pos[0])
  const hint = cures.find(([code]) => code === error.code)?.[1] ?? 'Check quotes, brackets and indentation around here.'
  const message = `The document is not valid YAML: ${error.message.split('\n')[0]?.replace(/[.;]?$/, '.')}`
  return { ...at(source, Math.max(1, line), Math.max(1, col), message, hint), path: pathTo(contents, error.pos[0], '') }
}

/** The JSON Pointer of the innermost node around an offset, as far as the document could be read. */
const pathTo = (node: unknown, offset: number, path: string): string => {
  const entries: readonly (readonly [key: string | number, value: unknown])[] = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const)
    : isSeq(node)
      ? node.items.map((item, i) => [i, item] as const)
      : []
  for (const [key, value] of entries) {
    const range = nodeOf(value)?.range
    if (range && range[0] <= offset && offset <= range[1]) return pathTo(value, offset, pointer(path, key))
  }
  return path
}
