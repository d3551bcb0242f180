import type { ReactNode } from 'react'
import styles from './message-page.module.css'

/** One heading, a sentence or two, and what can be done: empty, missing and broken pages all look alike. */
export function MessagePage({
  title,
  text,
  small,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly small?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.ways}>{children}</div>}
      {small && <p className={styles.small}>{small}</p>}
    </div>
  )
}
