'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SessionSummary } from '@/lib/client/session-state'
import styles from './review-screen.module.css'

/** After the last card: what was learned, what comes tomorrow, stop. */
export function DoneScreen({
  summary,
  back,
  onMore,
  onOpen,
}: {
  readonly summary: SessionSummary
  /** Where closing leads. */
  readonly back: string
  readonly onMore: (count: number) => void
  readonly onOpen: () => void
}) {
  const t = useTranslations('review.done')
  const format = useFormatter()
  const { reviewed, minutes, recalled, learned, tomorrow, moreNew, left, dayOff, backSoon } = summary
  const more = Math.min(5, moreNew)
  const headings = [...new Map(learned.map((card) => [card.heading.join(' › '), card]))]
  return (
    <main className={styles.scroll}>
      <div className={styles.card}>
        <h1 className={styles.title}>
          {dayOff ? t(backSoon === null ? 'dayOff' : 'away') : reviewed === 0 ? t('nothing') : t('title')}
        </h1>
        {reviewed === 0 ? null : (
          <p className={styles.text}>
            {t('today', { reviewed, minutes: Math.max(1, Math.round(minutes)) })}
            {recalled === null ? null : ` ${t('recalled', { share: format.number(recalled, { style: 'percent' }) })}`}
          </p>
        )}
        {dayOff ? (
          <p className={styles.text}>
            {backSoon === null
              ? t('dayOffText')
              : t('awayText', {
                  date: format.dateTime(new Date(backSoon * 86_400_000), { dateStyle: 'long', timeZone: 'UTC' }),
                })}
          </p>
        ) : null}
        {left > 0 ? <p className={styles.text}>{t('left', { left })}</p> : null}
        {headings.length === 0 ? null : (
          <section>
            <h2 className={styles.subtitle}>{t('learned', { cards: learned.length })}</h2>
            <ul className={styles.learned}>
              {headings.map(([heading]) => (
                <li key={heading}>{heading}</li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.text}>
          {t('tomorrow', { due: tomorrow.due, new: tomorrow.new, minutes: Math.max(1, Math.round(tomorrow.minutes)) })}
        </p>
        <div className={styles.actions}>
          <a className={styles.action} href={back}>
            {t('close')}
          </a>
          {dayOff ? (
            <button type="button" className={styles.second} onClick={onOpen}>
              {t('open')}
            </button>
          ) : null}
          <a className={styles.second} href="/practice">
            {t('practise')}
          </a>
          {more > 0 && !dayOff ? (
            <button type="button" className={styles.second} onClick={() => onMore(more)}>
              {t('more', { count: more })}
            </button>
          ) : null}
        </div>
      </div>
    </main>
  )
}
