'use client'

import { useId } from 'react'
import styles from './form-pane.module.css'

/** One of a few, in the browser's own list. */
export function FormPick({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  // What is written and stands in no list is shown as it is, not lost.
  const all =
    value === '' || options.some((one) => one.value === value) ? options : [{ value, label: value }, ...options]
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.text}
        value={value === '' ? all[0]?.value : value}
        onChange={(event) => onChange(event.target.value)}
      >
        {all.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
