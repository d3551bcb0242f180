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

const cellAt = (row: readonly string[], at: number | undefined) => (at === undefined ? '' : (row[at] ?? '').trim())

/**
 * Comma, semicolon or tab separated text: front, back and optional tags (separated by spaces). A first row that says
 * `front` and `back` names the columns and may put them in any order.
 */
export const csv: Importer = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  fits: ({ head }) => /^[^\n]*[,;\t][^\n]*\n/.test(head) && /^"?front"?\s*[,;\t]|[,;\t]\s*"?back"?/im.test(head),
  read: (bytes) => {
    const text = decodeBytes(bytes)
    if (!text.ok) return text
    const { data: all, errors } = Papa.parse<string[]>(text.value, { skipEmptyLines: false })
    const lines = linesOf(all)
    const unclosed = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0))
    const header = all[0]?.map((cell) => cell.trim().toLowerCase()) ?? []
    const named = header.includes('front') && header.includes('back')
    const [front, back, tags] = named ? ['front', 'back', 'tags'].map((name) => header.indexOf(name)) : [0, 1, 2]
    const rows = all.flatMap((cells, i): DraftRow[] => {
      if ((named && i === 0) || cells.every((cell) => cell.trim() === '')) return []
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
