import { useTranslations } from 'next-intl'
import type { Block } from '@/lib/view/block'
import styles from './data-table.module.css'
import { type InlineContext, Inlines } from './inline'
import { ScrollFrame } from './scroll-frame'

/** A table of the notes; numbers line up because figures are tabular. */
export function DataTable({ table, context }: { table: Extract<Block, { kind: 'table' }>; context: InlineContext }) {
  const t = useTranslations('blocks')
  return (
    <ScrollFrame className={styles.frame} label={t('scrolls', { what: t('table') })}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.header.map((cell, column) => (
              <th key={`head:${column}:${cell.length}`} scope="col">
                <Inlines context={context}>{cell}</Inlines>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={`row:${index}:${row.length}`}>
              {row.map((cell, column) => (
                <td key={`cell:${column}:${cell.length}`}>
                  <Inlines context={context}>{cell}</Inlines>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
