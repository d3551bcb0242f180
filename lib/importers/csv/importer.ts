import Papa from 'papaparse'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { hashText } from '@/lib/core/hash'
import type { ImportedCard, Importer } from '../importer'

const longest = 1_000_000

const fault = (file: string, line: number, message: string, hint: string): Diagnostic => ({
  severity: 'error',
  file,
  path: '',
  line,
  column: 1,
  message,
  hint,
})

/** The line each row begins on: a quoted cell may hold line breaks, so rows and lines are not the same count. */
const linesOf = (rows: readonly (readonly string[])[]): number[] => {
  let line = 1
  return rows.map((row) => {
    const start = line
    line += 1 + row.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
    return start
  })
}

/**
 * Comma, semicolon or tab separated text: front, back and optional tags (separated by spaces). A first row that says
 * `front` and `back` names the columns and may put them in any order.
 */
export const csv: Importer = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  read: (text, file) => {
    if (text.length > longest)
      return {
        cards: [],
        diagnostics: [
          fault(file, 1, `The file has ${text.length} characters.`, `Split it: ${longest} are read at once.`),
        ],
      }
    const { data: rows, errors } = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { skipEmptyLines: false })
    const lines = linesOf(rows)
    const diagnostics = errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row }) =>
        fault(
          file,
          lines[row ?? 0] ?? 1,
          'A quoted cell is not closed.',
          'Close it with ", and write a quote inside as "".',
        ),
      )
    const header = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? []
    const named = header.includes('front') && header.includes('back')
    const [front, back, tags] = named ? ['front', 'back', 'tags'].map((name) => header.indexOf(name)) : [0, 1, 2]
    const cell = (row: readonly string[], at: number | undefined) => (at === undefined ? '' : (row[at] ?? '').trim())

    const cards: ImportedCard[] = []
    const seen = new Set<string>()
    rows.forEach((row, index) => {
      const line = lines[index] ?? 1
      if ((named && index === 0) || row.every((each) => each.trim() === '')) return
      const [question, answer] = [cell(row, front), cell(row, back)]
      if (!question || !answer) {
        diagnostics.push(
          fault(
            file,
            line,
            `Row ${index + 1} has no ${question ? 'back' : 'front'}.`,
            'Give every row a front and a back, or delete it.',
          ),
        )
        return
      }
      const id = `csv.${hashText(question).slice(0, 12)}`
      if (seen.has(id)) {
        diagnostics.push(
          fault(file, line, `Row ${index + 1} asks the same as an earlier row.`, 'Delete one of the two.'),
        )
        return
      }
      seen.add(id)
      const words = cell(row, tags).split(/\s+/).filter(Boolean)
      cards.push({
        line,
        fields: { id, type: 'basic', ...(words.length > 0 ? { tags: words } : {}), front: question, back: answer },
      })
    })
    return { cards, diagnostics }
  },
}
