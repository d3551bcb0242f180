import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { capFaults } from './cap-faults'
import { limits } from './limits'
import type { Program } from './program'
import { readProgramNode } from './read-program'
import { preflight } from './yaml-faults'

export interface FoundQuestions {
  readonly questions: readonly { readonly file: string; readonly program: Program }[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The bodies of fences with the word `card` or `compute`. All else is blanked, so that lines and columns stay those of the
 * file.
 */
const fencedBodies = (markdown: string): readonly string[] => {
  const bodies: string[] = []
  const lines = markdown.split('\n')
  let open: { readonly mark: string; readonly from: number; readonly wanted: boolean } | null = null
  for (const [i, line] of lines.entries()) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    const [, mark = '', info = ''] = fence ?? []
    if (open === null) {
      if (fence) open = { mark, from: i + 1, wanted: /(?:^|\s)(?:card|compute)(?:\s|$)/.test(info) }
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      if (open.wanted) bodies.push('\n'.repeat(open.from) + lines.slice(open.from, i).join('\n'))
      open = null
    }
  }
  return bodies
}

/** Whether a map asks for numbers: a compute card, or a program by itself. */
const isQuestion = (node: Node): boolean =>
  isMap(node) && node.has('ask') && (node.get('type') ?? 'compute') === 'compute'

const readDocument = (file: string, text: string): FoundQuestions => {
  const refused = preflight(text, file)
  if (refused !== null) return { questions: [], diagnostics: [refused] }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    // The library compares every pair of keys; the reader of each program tells keys that stand twice.
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0])
    const place = { file, path: '', line: Math.max(1, line), column: Math.max(1, col) }
    const diagnostic = {
      severity: 'error' as const,
      ...place,
      message: error.message,
      hint: 'Check quotes and indentation.',
    }
    return { questions: [], diagnostics: [diagnostic] }
  }
  const { contents } = document
  const nodes = isSeq(contents)
    ? contents.items.map((item, i) => ({ node: item as Node, path: `/${i}` }))
    : contents === null
      ? []
      : [{ node: contents as Node, path: '' }]
  const read = nodes
    .filter(({ node }) => isQuestion(node))
    .map(({ node, path }) => readProgramNode(node, { text, lines, document }, path, file))
  return {
    questions: read.flatMap(({ program }) => (program === null ? [] : [{ file, program }])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}

/** Every compute question of a file, whether cards, programs or fences of a Markdown section. */
export const questionsIn = (file: string, text: string): FoundQuestions => {
  // Some editors begin a file with a byte order mark.
  const plain = text.replace(/^\uFEFF/, '')
  const found = file.endsWith('.md')
    ? fencedBodies(plain).map((body) => readDocument(file, body))
    : [readDocument(file, plain)]
  return {
    questions: found.flatMap(({ questions }) => questions),
    diagnostics: capFaults(
      found.flatMap(({ diagnostics }) => diagnostics),
      limits.fileFaults,
    ),
  }
}
