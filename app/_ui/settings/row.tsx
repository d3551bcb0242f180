import type { ReactNode } from 'react'
import styles from './settings.module.css'

/** One setting: what it is, what it means, and its control. */
export function Row({
  label,
  hint,
  htmlFor,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly htmlFor?: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles.row}>
      <div>
        {htmlFor ? (
          <label className={styles.label} htmlFor={htmlFor}>
            {label}
          </label>
        ) : (
          <p className={styles.label}>{label}</p>
        )}
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}
