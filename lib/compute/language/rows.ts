import type { Scalar } from 'yaml'
import type { Row } from './program'

/** Where the lines of an expression start, in its text and in the document. */
interface Source {
  readonly text: string
  readonly lines: { linePos: (offset: number) => { readonly line: number; readonly col: number } }
}

/** Folded blocks join their lines by rules of their own. */
const told: ReadonlySet<string> = new Set(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'])

/**
 * The lines of a scalar that reads as it is written: on one line, on several, or as a literal block. Null for folded blocks
 * and escapes, where what is read stands nowhere.
 */
export const rowsOf = (node: Scalar, { text, lines }: Source): readonly Row[] | null => {
  if (typeof node.value !== 'string' || !told.has(node.type ?? '')) return null
  const [start = 0, end = 0] = node.range ?? []
  const quote = node.type?.startsWith('QUOTE') ? 1 : 0
  const head = node.type === 'BLOCK_LITERAL' ? text.indexOf('\n', start) + 1 : start + quote
  const rows: Row[] = []
  let [read, at] = [0, head]
  for (const written of text.slice(head, end - quote).split('\n')) {
    const piece = written.trim()
    if (piece !== '') {
      const found = node.value.indexOf(piece, read)
      if (found < 0 || node.value.slice(read, found).trim() !== '') return null
      const { line, col } = lines.linePos(at + written.indexOf(piece))
      rows.push({ start: found, line, column: col })
      read = found + piece.length
    }
    at += written.length + 1
  }
  const [first] = rows
  if (first === undefined || node.value.slice(read).trim() !== '') return null
  return rows.map((row) => ({ ...row, start: row.start - first.start }))
}
