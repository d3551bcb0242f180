'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { noonOf } from '../plan/dates'
import { PageHead } from '../shell/page-head'
import { examPage, newExam } from './addresses'
import styles from './exam.module.css'

/** The exams to come, those that are over below them, and one way to add another. */
export function ExamList({ library }: { library: Library }) {
  const t = useTranslations('prepare')
  const { today } = library.ground
  const coming = library.plan.exams.filter(({ day }) => day >= today)
  const over = library.plan.exams.filter(({ day }) => day < today).reverse()
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} lead={t('lead')} />
      {coming.length > 0 && <Rows exams={coming} today={today} />}
      <p className={styles.actions}>
        <a className={coming.length === 0 ? styles.primary : styles.secondary} href={examPage(newExam)}>
          {t('prepare')}
        </a>
      </p>
      {over.length > 0 && (
        <section>
          <h2 className={styles.subtitle}>{t('over')}</h2>
          <Rows exams={over} today={today} />
        </section>
      )}
    </div>
  )
}

function Rows({ exams, today }: { readonly exams: readonly PlannedExam[]; readonly today: number }) {
  const t = useTranslations('prepare')
  const format = useFormatter()
  return (
    <ul className={styles.rows}>
      {exams.map(({ id, title, day, minutes, scores }) => {
        const score = scores.findLast(({ kind }) => kind === 'exam')
        return (
          <li key={id}>
            <a href={examPage(id)}>
              <strong>{title}</strong>
              <span>
                {format.dateTime(noonOf(day), { dateStyle: 'medium', timeZone: 'UTC' })} ·{' '}
                {score !== undefined
                  ? t('scored', { share: format.number(score.share, { style: 'percent' }) })
                  : day < today
                    ? t('scoreAwaited')
                    : `${t('daysLeft', { days: day - today })} · ${t('aDay', { minutes })}`}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
