import { useTranslations } from 'next-intl'
import styles from './classes.module.css'

/** What the staff of a class sees of a student, and what nobody sees. */
export function WhatIsSeen() {
  const t = useTranslations('classes.seen')
  return (
    <section className={styles.section}>
      <h2>{t('title')}</h2>
      <ul className={styles.bullets}>
        {(['yes', 'progress', 'reviews', 'groups'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h3>{t('notTitle')}</h3>
      <ul className={styles.bullets}>
        {(['other', 'leave'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}
