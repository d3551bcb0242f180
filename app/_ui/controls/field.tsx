import { type InputHTMLAttributes, useId } from 'react'
import styles from './field.module.css'

/** A labelled line of text; the hint and the fault are read with it. */
export function Field({
  label,
  hint,
  fault,
  ...rest
}: {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | null
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>) {
  const id = useId()
  const told = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={styles.input}
        aria-invalid={fault ? true : undefined}
        aria-describedby={told || undefined}
      />
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className={styles.fault} id={`${id}-fault`}>
          <span aria-hidden="true">✗ </span>
          {fault}
        </p>
      )}
    </div>
  )
}
