'use client'

import { useId } from 'react'
import styles from './staff.module.css'

interface CheckProps {
  readonly label: string
  /** What it costs or brings. */
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A box to tick, with what it means below it. */
export function Check({ label, hint, checked, onChange }: CheckProps) {
  const id = useId()
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={styles.about}>
        {hint}
      </p>
    </div>
  )
}
