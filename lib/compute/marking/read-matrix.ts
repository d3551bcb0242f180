import { plainText } from './plain-text'

const largest = 20_000

const cellsOf = (row: string, separator: RegExp): readonly string[] =>
  row
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')

/** A row's cells are parted by commas where there are any, else by blanks. */
const rowOf = (row: string): readonly string[] => cellsOf(row, row.includes(',') ? /,/ : /\s+/)

/** `array([[1., 2.], [3., 4.]], dtype=float32)`, `tensor(...)` and NumPy's printed form: the innermost brackets are rows. */
const bracketed = (text: string): readonly (readonly string[])[] => {
  const inner = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1)
  if (inner.includes(';')) return inner.replace(/[[\]]/g, '').split(';').map(rowOf)
  const rows = inner.match(/\[[^[\]]*\]/g) ?? []
  return rows.map((row) => rowOf(row.slice(1, -1)))
}

const latex = (body: string): readonly (readonly string[])[] =>
  body
    .replace(/\\(?:left|right|hline|,|;|!|quad)/g, '')
    .split(/\\\\(?:\[[^\]]*\])?/)
    .map((row) => row.replace(/\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)'))
    .map((row) => row.replace(/\\(sqrt|ln|log|exp|pi|cdot|times)/g, (_, name: string) => spelled.get(name) ?? name))
    .map((row) =>
      cellsOf(
        row.replace(/[{}]/g, (brace) => (brace === '{' ? '(' : ')')),
        /&/,
      ),
    )

const spelled: ReadonlyMap<string, string> = new Map([
  ['cdot', '*'],
  ['times', '*'],
])

/**
 * Pasted text as rows of cells, still as text: tab-separated values, NumPy, PyTorch, MATLAB, LaTeX matrices, or lines of
 * numbers. A tensor of higher rank gives the rows of its last axis. Null where rows differ in length or there are none.
 */
export const readMatrix = (pasted: string): readonly (readonly string[])[] | null => {
  if (pasted.length > largest) return null
  const text = plainText(pasted).trim()
  const environment = /\\begin\{([a-zA-Z]*)\*?\}(?:\{[^}]*\}|\[[^\]]*\])?([\s\S]*?)\\end\{\1\*?\}/.exec(text)
  const lines = () => text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const rows = (
    environment
      ? latex(environment[2] ?? '')
      : text.includes('[') && text.includes(']')
        ? bracketed(text)
        : text.includes('\t')
          ? lines().map((line) => line.split('\t').map((cell) => cell.trim()))
          : lines().flatMap((line) =>
              line
                .split(';')
                .filter((part) => part.trim() !== '')
                .map(rowOf),
            )
  ).filter((row) => row.length > 0)
  const width = rows[0]?.length ?? 0
  return width > 0 && rows.every((row) => row.length === width) ? rows : null
}
