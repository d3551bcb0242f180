import { useTranslations } from 'next-intl'
import type { Eviction } from '@/lib/client/eviction'
import { Notice } from '../controls/notice'
import styles from './today.module.css'

/** What the browser did to the learner's data, and what is safe. */
export function StorageNotices({ eviction, full }: { eviction: Eviction | null; full: boolean }) {
  const t = useTranslations('today')
  if (eviction === null && !full) return null
  return (
    <div className={styles.notices}>
      {eviction && (
        <Notice tone={eviction.lost > 0 ? 'bad' : 'plain'} title={t('evictedTitle')}>
          <p>{eviction.lost > 0 ? t('evictedLost', { count: eviction.lost }) : t('evictedSafe')}</p>
        </Notice>
      )}
      {full && (
        <Notice tone="bad" title={t('fullTitle')}>
          <p>{t('fullText')}</p>
        </Notice>
      )}
    </div>
  )
}
