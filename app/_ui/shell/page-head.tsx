import styles from './page-head.module.css'

/** The title of a page and the one sentence that says what it is for. */
export function PageHead({ title, lead }: { title: string; lead?: string }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
    </header>
  )
}
