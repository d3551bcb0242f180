'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { MathText } from '@/app/_ui/blocks/math'
import { gridOf } from '@/app/_ui/inputs/cell-moves'
import { useCoarsePointer } from '@/app/_ui/inputs/coarse-pointer'
import { isComposing } from '@/app/_ui/inputs/composing'
import type { TriedGiven } from '@/lib/cards/workings-type'
import { readNumber } from '@/lib/compute/marking/read-number'
import { nudged } from './nudge'
import styles from './other-numbers.module.css'

interface GivenFieldProps {
  readonly given: TriedGiven
  readonly cells: readonly string[]
  readonly faulty: boolean
  readonly onChange: (cells: readonly string[]) => void
}

/** One given to change: its cells in their shape, steppers for the cell in hand, and a slider where it is one number. */
export function GivenField({ given, cells, faulty, onChange }: GivenFieldProps) {
  const t = useTranslations('compute')
  const coarse = useCoarsePointer()
  const [active, setActive] = useState(0)
  const { rows, columns } = gridOf(given.shape)
  const scalar = given.shape.length === 0
  const name = given.math?.spoken ?? given.name
  const write = (index: number, text: string) => onChange(cells.map((cell, i) => (i === index ? text : cell)))
  const nudge = (index: number, by: number) => {
    const next = nudged(cells[index] ?? '', by, given.step)
    if (next !== null) write(index, next)
  }
  const labelOf = (index: number): string => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    if (scalar) return name
    if (given.shape.length === 1) return t('cell.vector', { name, place: column + 1, of: columns })
    return t('cell.matrix', { name, row: row + 1, rows, column: column + 1, columns })
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    nudge(index, (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1))
  }
  const label = (
    <span className={styles.name}>
      {given.math === null ? <i>{given.name}</i> : <MathText math={given.math} />}
      <span aria-hidden="true"> =</span>
    </span>
  )
  if (given.fixed) {
    return (
      <div className={styles.given}>
        {label}
        <span className={styles.stays}>{cells.join(', ')}</span>
        <span className={styles.hint}>{t('other.fixed')}</span>
      </div>
    )
  }
  const stepper = (by: -1 | 1) => (
    <button
      type="button"
      className={styles.step}
      aria-label={t(by < 0 ? 'other.less' : 'other.more', { name: labelOf(active) })}
      onClick={() => nudge(active, by)}
    >
      {by < 0 ? '−' : '+'}
    </button>
  )
  const value = readNumber(cells[0] ?? '')
  return (
    <fieldset className={styles.given} aria-label={name} data-faulty={faulty}>
      <div className={styles.line}>
        {label}
        {stepper(-1)}
        <div className={styles.frame}>
          <div
            className={scalar ? styles.scalar : styles.grid}
            style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
          >
            {Array.from(cells.entries(), ([index, cell]) => (
              <input
                key={index}
                type="text"
                inputMode={coarse ? 'none' : 'decimal'}
                autoComplete="off"
                spellCheck={false}
                className={styles.cell}
                data-changed={cell !== given.cells[index]}
                data-active={!scalar && index === active}
                aria-label={labelOf(index)}
                aria-invalid={!readNumber(cell).ok}
                value={cell}
                onFocus={() => setActive(index)}
                onChange={(event) => write(index, event.target.value)}
                onKeyDown={onKeyDown(index)}
              />
            ))}
          </div>
        </div>
        {stepper(1)}
      </div>
      {scalar && given.range.low < given.range.high ? (
        <input
          type="range"
          className={styles.slider}
          min={given.range.low}
          max={given.range.high}
          step={given.step}
          value={value.ok ? value.value : given.range.low}
          aria-label={t('other.slider', { name, low: given.range.low, high: given.range.high })}
          onChange={(event) => write(0, event.target.value)}
        />
      ) : null}
    </fieldset>
  )
}
