import { useTranslations } from 'next-intl'
import { ReviewBar } from '../../review/review-bar'
import styles from '../../review/review-screen.module.css'

/** The exam was given up, perhaps on another device, or its address is none. */
export function ExamGone({ href }: { readonly href: string }) {
  const t = useTranslations('prepare')
  return (
    <div className={styles.screen}>
      <ReviewBar frame={null} back={href} />
      <main className={styles.scroll}>
        <div className={styles.card}>
          <h1 className={styles.title}>{t('goneTitle')}</h1>
          <p className={styles.text}>{t('goneText')}</p>
          <div className={styles.actions}>
            <a className={styles.action} href={href}>
              {t('toList')}
            </a>
          </div>
        </div>
      </main>
    </div>
  )
}
