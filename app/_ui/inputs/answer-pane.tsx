import type { ReactNode } from 'react'
import styles from './answer-pane.module.css'

/**
 * The control and what is said of what was typed. While the keypad is open it stays above it, whatever the length of the
 * question: the question scrolls on its own, and the cell that is being filled never leaves the screen.
 */
export function AnswerPane({ children }: { children: ReactNode }) {
  return <div className={styles.pane}>{children}</div>
}
