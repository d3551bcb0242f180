import type { ReactNode } from 'react'
import { Brand } from '../shell/brand'
import styles from './account-page.module.css'

/** A form of one's account: the name, a title, a sentence, the form, and what else one may want. */
export function AccountPage({
  title,
  lead,
  children,
  below,
}: {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
  readonly below?: ReactNode
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Brand />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        <div className={styles.body}>{children}</div>
        {below && <footer className={styles.below}>{below}</footer>}
      </main>
    </div>
  )
}
