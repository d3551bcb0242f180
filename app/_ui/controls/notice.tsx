import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** What happened, what is safe, what to do. */
export function Notice({
  tone,
  title,
  children,
}: {
  readonly tone: 'plain' | 'good' | 'bad'
  readonly title?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  )
}
