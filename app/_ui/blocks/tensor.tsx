import { useTranslations } from 'next-intl'
import type { ShownTensor } from '@/lib/view/block'
import { MathText } from './math'
import { ScrollFrame } from './scroll-frame'
import { shownNumber } from './shown-number'
import styles from './tensor.module.css'
import { padAfterPoint, type Slice, slicesOf } from './tensor-slices'

/**
 * From this many rows or columns on, a matrix numbers them and keeps the numbers in sight while it scrolls: from 0, as the
 * course counts classes and the compute language counts everything.
 */
const large = 7

/** A tensor as mathematics sets it: name, drawn brackets, aligned figures; a scalar is a plain equation. */
export function Tensor({ tensor }: { tensor: ShownTensor }) {
  const t = useTranslations('blocks')
  const name = tensor.math ? <MathText math={tensor.math} /> : <span>{tensor.name}</span>
  if (tensor.shape.length === 0) {
    return (
      <span className={styles.tensor}>
        {name}
        <span className={styles.equals}>=</span>
        <span className={styles.scalar}>{shownNumber(tensor.cells[0] ?? '')}</span>
      </span>
    )
  }
  const spoken = t('tensorName', { name: tensor.math?.spoken ?? tensor.name, shape: shapeInWords(tensor, t) })
  return slicesOf(tensor).map((slice) => (
    <span className={styles.tensor} key={slice.index.join()}>
      <span className={styles.name}>
        {name}
        {slice.index.length > 0 && <sub className={styles.index}>[{slice.index.join(', ')}]</sub>}
      </span>
      <span className={styles.equals}>=</span>
      <Matrix slice={slice} label={slice.index.length > 0 ? `${spoken} [${slice.index.join(', ')}]` : spoken} />
      {tensor.shape.length > 1 && (
        <span className={styles.dims} aria-hidden="true">
          {tensor.shape.join('\u200a×\u200a')}
        </span>
      )}
    </span>
  ))
}

function Matrix({ slice, label }: { slice: Slice; label: string }) {
  const numbered = slice.rows.length >= large || (slice.rows[0]?.length ?? 0) >= large
  const columns = (slice.rows[0] ?? []).map((_, column) => slice.rows.map((row) => row[column] ?? ''))
  return (
    <span className={styles.brackets}>
      <ScrollFrame className={styles.frame} label={label}>
        <table className={styles.matrix} aria-label={label}>
          {numbered && (
            <thead>
              <tr>
                <td />
                {columns.map((column, index) => (
                  <th key={`${index}:${column.length}`} scope="col">
                    {index}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {slice.rows.map((row, index) => (
              <tr key={`${index}:${row.join()}`}>
                {numbered && <th scope="row">{index}</th>}
                {row.map((cell, column) => (
                  <td
                    key={`${column}:${cell}`}
                    style={{ paddingInlineEnd: `calc(${padAfterPoint(cell, columns[column] ?? [])}ch + var(--gap))` }}
                  >
                    {shownNumber(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </span>
  )
}

const shapeInWords = (tensor: ShownTensor, t: ReturnType<typeof useTranslations<'blocks'>>): string => {
  const [rows, columns] = tensor.shape
  if (tensor.shape.length === 1) return t('shapeVector', { size: rows ?? 0 })
  if (tensor.shape.length === 2) return t('shapeMatrix', { rows: rows ?? 0, columns: columns ?? 0 })
  return t('shapeTensor', { dims: tensor.shape.join(' × ') })
}
