import Papa from 'papaparse'
import { ok, refuse } from '@/lib/core/result'
import { type DraftRow, firstWords, noPictures } from '../draft/draft'
import type { Importer } from '../importer'
import { importLimits } from '../limits'
import { type Reason, refusal } from '../reasons'
import { decodeBytes } from '../text/decode-bytes'
import { markdown } from '../text/text'

/** The line each row begins on: a quoted cell may hold line breaks, so rows and lines are not the same count. */
const linesOf = (rows: readonly (readonly string[])[]): number[] => {
  let line = 1
  return rows.map((row) => {
    const start = line
    line += 1 + row.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
    return start
  })
}

/** How people call the columns, in either language. */
const columnNames = {
  front: ['front', 'question', '正面', '问题', '题目'],
  back: ['back', 'answer', '背面', '答案', '回答'],
  tags: ['tags', '标签'],
} as const

/** Places of the columns as a first row names them; null where it is a card itself. */
const namedColumns = (first: readonly string[]): readonly number[] | null => {
  const header = first.map((cell) => cell.trim().toLowerCase())
  const placeOf = (names: readonly string[]) => header.findIndex((cell) => names.includes(cell))
  const [front, back] = [placeOf(columnNames.front), placeOf(columnNames.back)]
  return front < 0 || back < 0 ? null : [front, back, placeOf(columnNames.tags)]
}

const [fronts, backs] = [columnNames.front, columnNames.back].map((names) => `"?(?:${names.join('|')})"?`)
/** A first line that begins with a front's name, or has a back's after another column. */
const header = new RegExp(`^${fronts}\\s*[,;\\t]|[,;\\t][^\\S\\t]*${backs}\\s*(?:[,;\\t]|$)`, 'i')

const cellAt = (row: readonly string[], at: number | undefined) => (at === undefined ? '' : (row[at] ?? '').trim())

/**
 * Comma, semicolon or tab separated text: front, back and optional tags (separated by spaces). A first row that says
 * `front` and `back`, or what they are called in Chinese, names the columns and may put them in any order.
 */
export const csv: Importer = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  fits: ({ head }) => /^[^\n,;\t]*[,;\t][^\n]*\n/.test(head) && header.test(head.split('\n', 1)[0] ?? ''),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const { data: all, errors } = Papa.parse<string[]>(text.value, { skipEmptyLines: false })
    const lines = linesOf(all)
    const unclosed = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0))
    const named = all.length > 1 ? namedColumns(all[0] ?? []) : null
    const [front, back, tags] = named ?? [0, 1, 2]
    const rows = all.flatMap((cells, i): DraftRow[] => {
      if ((named !== null && i === 0) || cells.every((cell) => cell.trim() === '')) return []
      const [question, answer] = [cellAt(cells, front), cellAt(cells, back)]
      const fault = ((): Reason['kind'] | null => {
        if (unclosed.has(i)) return 'unclosed'
        if (question === '') return 'no-question'
        return answer === '' ? 'no-answer' : null
      })()
      return [
        {
          line: lines[i] ?? 1,
          entry: null,
          title: firstWords(question || answer),
          source: cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(','),
          heading: [],
          tags: cellAt(cells, tags).split(/\s+/).filter(Boolean),
          reasons: fault === null ? [] : [{ kind: fault, detail: '' }],
          make:
            fault !== null
              ? null
              : (pen) => [
                  {
                    id: null,
                    key: question,
                    type: 'basic',
                    fields: { front: pen.set(markdown(question)), back: pen.set(markdown(answer)) },
                  },
                ],
        },
      ]
    })
    if (rows.length === 0) return refuse(refusal('nothing-here'))
    if (rows.length > importLimits.rows)
      return refuse(refusal('too-many-rows', `${rows.length} > ${importLimits.rows}`))
    return ok({ title: '', rows, pictures: noPictures })
  },
}
