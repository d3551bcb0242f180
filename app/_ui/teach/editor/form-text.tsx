'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useFormGround } from './form-ground'
import styles from './form-pane.module.css'

/** Time without a keystroke after which the source hears of it, ms. */
const pause = 120

/** A text that grows with its lines. While somebody types in it, what comes back from the source does not move the cursor. */
export function FormText({
  label,
  hint,
  value,
  lines = 0,
  code = false,
  lang,
  onChange,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  /** 0 is a single line. */
  readonly lines?: number
  readonly code?: boolean
  readonly lang?: string
  readonly onChange: (text: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => () => clearTimeout(timer.current), [])
  const { turn } = useFormGround()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step back lets go of what was being typed.
  useEffect(() => {
    clearTimeout(timer.current)
    setTyped(null)
  }, [turn])
  const shown = typed ?? value
  const change = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(text), pause)
  }
  const leave = () => {
    clearTimeout(timer.current)
    if (typed !== null && typed !== value) latest.current(typed)
    setTyped(null)
  }
  const shared = {
    id,
    lang,
    value: shown,
    className: code ? `${styles.text} ${styles.code}` : styles.text,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onBlur: leave,
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {lines === 0 ? (
        <input {...shared} onChange={(event) => change(event.target.value)} />
      ) : (
        <textarea
          {...shared}
          rows={Math.min(16, Math.max(lines, shown.split('\n').length))}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
