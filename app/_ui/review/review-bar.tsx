import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SessionFrame } from '@/lib/client/session-state'
import styles from './review-screen.module.css'

/** Close, counts and menu over a hairline of progress. */
export function ReviewBar({
  frame,
  back = '/',
  status,
  children,
}: {
  frame: SessionFrame | null
  /** Where closing leads. */
  back?: string | undefined
  status?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('review')
  const done = frame?.progress.done ?? 0
  const total = Math.max(1, frame?.progress.total ?? 1)
  return (
    <header className={styles.bar}>
      <div className={styles.line}>
        {/* A plain link: it must work from the cache, without the router's request to the server. */}
        <a className={styles.icon} href={back} aria-label={t('close')}>
          ✕
        </a>
        <p className={styles.counts}>
          {frame === null
            ? null
            : frame.practice
              ? t('practice.bar', { left: frame.counts.due })
              : t('counts', { new: frame.counts.new, learning: frame.counts.learning, due: frame.counts.due })}
        </p>
        {status}
        {children}
      </div>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label={t('progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
      >
        <span style={{ inlineSize: `${(100 * Math.min(done, total)) / total}%` }} />
      </div>
    </header>
  )
}
