import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Today } from '@/lib/client/today'
import { ButtonLink } from '../controls/button-link'
import { ExamLine } from './exam-line'
import { newToday } from './new-today'
import styles from './today.module.css'

/** How many new concepts are named; the rest is a number. */
const named = 6

/** How much is due, how long it takes, one button; below it what is new and what yesterday was. */
export function TodayView({ today, started }: { today: Today; started: boolean }) {
  const t = useTranslations('today')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
  const { counts } = today
  const total = counts.new + counts.learning + counts.due
  const fresh = newToday(today.fresh)
  const parts = [
    { words: 'partDue', count: counts.due },
    { words: 'partLearning', count: counts.learning },
    { words: 'partNew', count: counts.new },
  ].filter(({ count }) => count > 0)
  return (
    <div className={styles.today}>
      <section className={styles.now}>
        <h1 className="heard">{t('title')}</h1>
        {total > 0 ? (
          <>
            <p className={styles.count}>
              <span className={styles.number}>{total}</span>{' '}
              <span className={styles.word}>{t('cards', { total })}</span>
            </p>
            <p className={styles.minutes}>
              {t('minutes', { minutes: today.minutes })}
              <span className={styles.parts}>
                {parts.map((part) => t(part.words, { count: part.count })).join(' · ')}
              </span>
            </p>
            <div className={styles.start}>
              <ButtonLink href="/review" weight="primary" large>
                {t(today.doneToday > 0 ? 'resume' : 'start')}
              </ButtonLink>
            </div>
            {!started && <p className={styles.first}>{t('emptyText')}</p>}
          </>
        ) : (
          <>
            <p className={styles.done}>
              {t(today.load !== 'none' ? 'done' : today.awayUntil === null ? 'dayOff' : 'away')}
            </p>
            <p className={styles.minutes}>
              {today.load !== 'none'
                ? t('doneText')
                : today.awayUntil === null
                  ? t('dayOffText')
                  : t('awayText', { date: day(today.awayUntil) })}
            </p>
            <div className={styles.start}>
              <ButtonLink href="/course">{t('readCourse')}</ButtonLink>
            </div>
          </>
        )}
        {today.left > 0 && (
          <p className={styles.first}>
            {today.catchUpMinutes === null
              ? t('left', { left: today.left })
              : t('catchingUp', { left: today.left, minutes: today.catchUpMinutes })}{' '}
            <Link href="/settings/plan" prefetch={false}>
              {t('plan')}
            </Link>
          </p>
        )}
        {today.load === 'light' && <p className={styles.first}>{t('light')}</p>}
        {(started || today.exam !== null) && (
          <p className={styles.first}>
            <ExamLine exam={today.exam} />
          </p>
        )}
        {started && (
          <p className={styles.way}>
            <Link href="/practice" prefetch={false}>
              {t('practise')}
            </Link>
          </p>
        )}
        <p className={styles.way}>
          <Link href="/classes" prefetch={false}>
            {t('classes')}
          </Link>
        </p>
      </section>
      <section className={styles.aside}>
        <h2 className={styles.title}>{t('newToday')}</h2>
        {fresh.length === 0 ? (
          <p className={styles.quiet}>{t('noNew')}</p>
        ) : (
          <ul className={styles.list}>
            {fresh.slice(0, named).map(({ title, href }) => (
              <li key={title}>{href === null ? title : <Link href={href}>{title}</Link>}</li>
            ))}
            {fresh.length > named && <li className={styles.quiet}>{t('andMore', { count: fresh.length - named })}</li>}
          </ul>
        )}
        <p className={styles.days}>
          {today.doneToday > 0 && <span>{t('doneToday', { count: today.doneToday })}</span>}
          <span>
            {today.yesterday === null
              ? t('yesterdayNone')
              : t('yesterday', { count: today.yesterday.reviewed, minutes: today.yesterday.minutes })}
          </span>
        </p>
      </section>
    </div>
  )
}
