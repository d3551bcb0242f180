import { useFormatter, useTranslations } from 'next-intl'
import type { ExamOverview } from '@/lib/client/prepare/overlook-exam'
import { noonOf } from '../plan/dates'
import { type CalendarDay, calendarWeeks } from './calendar-weeks'
import styles from './exam-calendar.module.css'

/** The plan as weeks: what was done, what today asks, what each day to come will. */
export function ExamCalendar({ overview }: { readonly overview: ExamOverview }) {
  const t = useTranslations('prepare.calendar')
  const format = useFormatter()
  const weeks = calendarWeeks(overview)
  const behind = overview.past.filter(({ minutes, promised }) => minutes < 0.9 * promised).length
  return (
    <>
      <table className={styles.calendar}>
        <caption className="heard">{t('caption')}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col" abbr={format.dateTime(noonOf(day), { weekday: 'long', timeZone: 'UTC' })}>
                {format.dateTime(noonOf(day), { weekday: 'narrow', timeZone: 'UTC' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <Day key={day.day} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>
        {t('legend')} {behind > 0 && t('behind', { days: behind })}
      </p>
    </>
  )
}

function Day({ day }: { readonly day: CalendarDay }) {
  const t = useTranslations('prepare.calendar')
  const format = useFormatter()
  if (day.kind === 'blank') return <td />
  const date = format.dateTime(noonOf(day.day), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const number = noonOf(day.day).getUTCDate()
  if (day.kind === 'exam') {
    return (
      <td data-kind="exam">
        <span className="heard">{t('examOn', { date })}</span>
        <span aria-hidden="true" className={styles.date}>
          {number}
        </span>
        <span aria-hidden="true" className={styles.exam}>
          {t('exam')}
        </span>
      </td>
    )
  }
  const { cards, minutes } = day
  const state = day.kind === 'past' ? (day.kept ? 'done' : 'short') : day.kind
  return (
    <td data-kind={state} aria-current={day.kind === 'today' ? 'date' : undefined}>
      <span className="heard">{t(`on.${state}`, { date, cards, minutes })}</span>
      <span aria-hidden="true" className={styles.date}>
        {number}
      </span>
      <span aria-hidden="true" className={styles.cards}>
        {state === 'done' ? '✓' : state === 'short' ? '–' : ''}
        {cards > 0 || day.kind !== 'past' ? cards : ''}
      </span>
      <span aria-hidden="true" className={styles.minutes}>
        {minutes > 0 ? t('short', { minutes }) : ''}
      </span>
    </td>
  )
}
