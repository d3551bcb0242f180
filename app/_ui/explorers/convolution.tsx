'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { convolve } from '@/lib/compute/explore/convolution'
import { Button } from '../controls/button'
import styles from './explorer.module.css'
import { Slider } from './slider'

/** A grid of whole numbers; `mark` says how a cell stands out. */
function Grid({
  label,
  rows,
  mark,
}: {
  readonly label: string
  readonly rows: readonly (readonly number[])[]
  readonly mark: (row: number, column: number) => string | undefined
}) {
  return (
    <div className={styles.grid}>
      <p>{label}</p>
      <table aria-label={label}>
        <tbody>
          {rows.map((line, row) => (
            <tr key={`row ${row + 1}`}>
              {line.map((cell, column) => (
                <td key={`column ${column + 1}`} data-mark={mark(row, column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A filter slides over a small input: sizes, stride, padding, and where each output number comes from. */
export function Convolution() {
  const t = useTranslations('explorers.convolution')
  const [size, setSize] = useState(5)
  const [filter, setFilter] = useState(3)
  const [stride, setStride] = useState(1)
  const [padding, setPadding] = useState(1)
  const [window, setWindow] = useState(0)
  const found = useMemo(() => convolve({ size, filter, stride, padding }), [size, filter, stride, padding])
  const side = found?.output.length ?? 0
  const at = Math.min(window, Math.max(0, side * side - 1))
  const [row, column] = [Math.floor(at / Math.max(1, side)), at % Math.max(1, side)]
  const under = (r: number, c: number) =>
    r >= row * stride && r < row * stride + filter && c >= column * stride && c < column * stride + filter
  const last = size + 2 * padding - (found?.unused ?? 0)
  const border = (r: number, c: number) =>
    Math.min(r, c) < padding || Math.max(r, c) >= size + padding ? 'padding' : undefined
  const products = found?.weights.flatMap((line, i) =>
    line.map((weight, j) => ({ weight, value: found.padded[row * stride + i]?.[column * stride + j] ?? 0 })),
  )
  return (
    <>
      <div className={styles.controls}>
        <Slider label={t('size')} value={size} low={3} high={7} step={1} onChange={setSize} />
        <Slider label={t('filter')} value={filter} low={1} high={5} step={1} onChange={setFilter} />
        <Slider label={t('stride')} value={stride} low={1} high={3} step={1} onChange={setStride} />
        <Slider label={t('padding')} value={padding} low={0} high={2} step={1} onChange={setPadding} />
      </div>
      {found === null ? (
        <p role="alert">{t('tooLarge')}</p>
      ) : (
        <>
          <div className={styles.grids}>
            <Grid
              label={t('input')}
              rows={found.padded}
              mark={(r, c) => (under(r, c) ? 'window' : Math.max(r, c) >= last ? 'unused' : border(r, c))}
            />
            <Grid label={t('weights')} rows={found.weights} mark={() => 'window'} />
            <Grid
              label={t('output')}
              rows={found.output}
              mark={(r, c) => (r === row && c === column ? 'result' : undefined)}
            />
          </div>
          <div className={styles.steps}>
            <Button disabled={at === 0} onClick={() => setWindow(at - 1)}>
              {t('previous')}
            </Button>
            <Button disabled={at === side * side - 1} onClick={() => setWindow(at + 1)}>
              {t('next')}
            </Button>
          </div>
          <p className={styles.said} aria-live="polite">
            {t('sum', {
              row: row + 1,
              column: column + 1,
              sum: `${products
                ?.filter(({ weight }) => weight !== 0)
                .map(({ weight, value }) => `${weight < 0 ? `(−${-weight})` : weight}·${value}`)
                .join(' + ')} = ${found.output[row]?.[column]}`.replace('= -', '= −'),
            })}
          </p>
          <p className={styles.said}>
            {t('formula', { size, filter, padding, stride, side })}{' '}
            {found.unused > 0 ? t('floor', { unused: found.unused }) : ''}
          </p>
        </>
      )}
    </>
  )
}
