import { useTranslations } from 'next-intl'
import styles from './today.module.css'

/** Keeps the places of what is about to stand there. */
export function TodayLoading() {
  const t = useTranslations('today')
  return (
    <div className={styles.today} aria-busy="true">
      <h1 className="heard">{t('title')}</h1>
      <p className="heard" role="status">
        {t('loading')}
      </p>
      <div className={styles.waitingCount} />
      <div className={styles.waitingLine} />
      <div className={styles.waitingButton} />
    </div>
  )
}
