'use client'

import { useTranslations } from 'next-intl'
import { MathText } from '@/app/_ui/blocks/math'
import type { NumberAsk } from '@/lib/view/input'
import type { Verdict } from '@/lib/view/verdict'
import { gridOf, rowsPerGrid, type Step } from './cell-moves'
import { cellVerdict } from './mark'
import styles from './number-ask.module.css'
import { NumberCell } from './number-cell'
import { VerdictChoice } from './verdict-choice'

export interface NumberAskProps {
  readonly ask: NumberAsk
  readonly cells: readonly string[]
  readonly verdict: Verdict | null
  readonly closed: boolean
  /** Keep the system's own keyboard away. */
  readonly quiet: boolean
  readonly register: (index: number, node: HTMLInputElement | null) => void
  readonly onFocus: (index: number) => void
  readonly onBlur: () => void
  readonly onType: (index: number, text: string) => void
  /** Tells whether there was a cell to go to. */
  readonly onStep: (index: number, step: Step) => boolean
  readonly onEnter: (index: number) => void
  /** Tells whether the text was numbers for more than one cell. */
  readonly onPaste: (index: number, text: string) => boolean
}

/** One asked quantity: its name, its cells in their shape, and the precision that is wanted. */
export function NumberAskField(props: NumberAskProps) {
  const { ask, cells } = props
  const t = useTranslations('compute')
  const { rows, columns } = gridOf(ask.shape)
  const name = ask.label.text || ask.label.math?.spoken || t('answer')
  const perGrid = rowsPerGrid(ask.shape)
  const grids = Array.from({ length: rows / perGrid }, (_, grid) => grid)
  const labelOf = (row: number, column: number): string => {
    if (ask.shape.length === 0) return name
    if (ask.shape.length === 1) return t('cell.vector', { name, place: column + 1, of: columns })
    return t('cell.matrix', { name, row: row + 1, rows, column: column + 1, columns })
  }
  const label =
    ask.label.math === null && ask.label.text === '' ? null : (
      <span className={styles.label}>
        {ask.label.math === null ? ask.label.text : <MathText math={ask.label.math} />}
        {ask.options === null ? <span aria-hidden="true"> =</span> : null}
      </span>
    )
  if (ask.options !== null) {
    return (
      <VerdictChoice
        label={label}
        name={name}
        options={ask.options}
        chosen={cells[0] ?? ''}
        cell={cellVerdict(props.verdict, ask.name)}
        closed={props.closed}
        onChoose={(text) => props.onType(0, text)}
      />
    )
  }
  return (
    <fieldset className={styles.ask} aria-label={name} data-tall={rows > 1}>
      <div className={styles.head}>
        {label}
        <span className={styles.precision} data-precision>
          {ask.precision.kind === 'decimals'
            ? t('precision.decimals', { decimals: ask.precision.decimals })
            : t(`precision.${ask.precision.kind}`)}
        </span>
      </div>
      <div className={styles.frame}>
        {grids.map((grid) => (
          <div
            key={grid}
            className={ask.shape.length === 0 ? styles.scalar : styles.grid}
            style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
          >
            {Array.from({ length: perGrid * columns }, (_, cell) => {
              const index = grid * perGrid * columns + cell
              return (
                <NumberCell
                  key={index}
                  label={labelOf(Math.floor(index / columns), index % columns)}
                  text={cells[index] ?? ''}
                  cell={cellVerdict(props.verdict, ask.name, index)}
                  closed={props.closed}
                  quiet={props.quiet}
                  wide={ask.shape.length === 0}
                  register={(node) => props.register(index, node)}
                  onFocus={() => props.onFocus(index)}
                  onBlur={props.onBlur}
                  onType={(text) => props.onType(index, text)}
                  onStep={(step) => props.onStep(index, step)}
                  onEnter={() => props.onEnter(index)}
                  onPaste={(text) => props.onPaste(index, text)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {ask.unit === undefined ? null : (
        <span className={styles.unit}>
          {ask.unit.math === null ? ask.unit.text : <MathText math={ask.unit.math} />}
        </span>
      )}
    </fieldset>
  )
}
