'use client'

import { type ReactNode, useId } from 'react'
import styles from './staff.module.css'

/** A label with the control below it. */
export function Labelled({
  label,
  whole = false,
  children,
}: {
  readonly label: string
  readonly whole?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={whole ? `${styles.label} ${styles.whole}` : styles.label}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

interface NumberLineProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly disabled?: boolean
  readonly onChange: (value: number) => void
}

/** A number within limits; what is none, or outside them, changes nothing. */
export function NumberLine({ label, value, least, most, step = 1, disabled = false, onChange }: NumberLineProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className={styles.input}
          type="number"
          value={value}
          min={least}
          max={most}
          step={step}
          disabled={disabled}
          onChange={(event) => {
            const next = event.target.valueAsNumber
            if (next >= least && next <= most) onChange(step === 1 ? Math.round(next) : next)
          }}
        />
      )}
    </Labelled>
  )
}
