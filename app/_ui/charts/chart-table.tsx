import { useTranslations } from 'next-intl'
import type { Cell, Chart } from '@/lib/view/chart'
import { ScrollFrame } from '../blocks/scroll-frame'
import styles from './chart-table.module.css'
import { type Say, writeLabel, writePercent } from './write-label'

/** The numbers of a chart, for screen readers, print and copying. */
export function ChartTable({ chart, locale }: { chart: Chart; locale: string }) {
  const t = useTranslations('charts')
  const { columns, rows } = chart.table
  const title = t(chart.title.key, chart.title.values)
  return (
    <ScrollFrame className={styles.frame} label={title}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ key, values }) => (
              <th key={key} scope="col">
                {t(key, values)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {writeCell(cell, locale, t)}
                  </th>
                ) : (
                  <td key={column}>{writeCell(cell, locale, t)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const writeCell = (cell: Cell, locale: string, say: Say): string => {
  switch (cell.kind) {
    case 'label':
      return writeLabel(cell.label, locale, say, 'long')
    case 'count':
      return new Intl.NumberFormat(locale).format(cell.value)
    case 'amount':
      return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(cell.value)
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(cell.value)
    case 'share': {
      const { right, of, low, high } = cell.share
      if (of === 0) return '–'
      const share = (part: number) => writePercent(part, locale)
      return say('share', { share: share(right / of), right, of, low: share(low), high: share(high) })
    }
  }
}
