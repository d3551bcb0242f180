import { useTranslations } from 'next-intl'
import styles from './review-screen.module.css'

/** The end of a practice: what was gone through, and that nothing of it was kept. */
export function PracticeDone({ reviewed, back }: { reviewed: number; back: string }) {
  const t = useTranslations('review.practice')
  return (
    <main className={styles.scroll}>
      <div className={styles.card}>
        <h1 className={styles.title}>{reviewed === 0 ? t('empty') : t('done')}</h1>
        <p className={styles.text}>{reviewed === 0 ? t('emptyText') : t('doneText', { reviewed })}</p>
        <div className={styles.actions}>
          {back === '/' ? (
            <a className={styles.action} href="/practice">
              {t('chooseAgain')}
            </a>
          ) : null}
          <a className={back === '/' ? styles.second : styles.action} href={back}>
            {t('close')}
          </a>
        </div>
      </div>
    </main>
  )
}
