import type { MouseEvent } from 'react'
import styles from './dock.module.css'

/** The one thing to do before the answer is open. */
export function AnswerButton({
  label,
  hint,
  disabled,
  onPress,
}: {
  label: string
  hint: string
  disabled: boolean
  onPress: (event: MouseEvent) => void
}) {
  return (
    <button type="button" className={styles.reveal} disabled={disabled} onClick={onPress}>
      {label}
      <span className={styles.hint} aria-hidden="true">
        {hint}
      </span>
    </button>
  )
}
