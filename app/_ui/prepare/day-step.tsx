'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '../controls/button'
import { dayOfDate, noonOf } from '../plan/dates'
import styles from './exam.module.css'

const ahead = [7, 14, 30] as const

const dateOf = (day: number): string => noonOf(day).toISOString().slice(0, 10)

/** The day of the exam, tomorrow at the earliest. */
export function DayStep({
  day,
  today,
  onChange,
}: {
  readonly day: number
  readonly today: number
  readonly onChange: (day: number) => void
}) {
  const t = useTranslations('prepare.form')
  const id = useId()
  return (
    <>
      <p className={styles.field}>
        <label htmlFor={id}>{t('date')}</label>
        <input
          id={id}
          type="date"
          className={styles.select}
          value={dateOf(day)}
          min={dateOf(today + 1)}
          onChange={({ target }) => {
            const chosen = dayOfDate(target.value)
            if (chosen !== null) onChange(chosen)
          }}
        />
      </p>
      <div className={styles.actions}>
        {ahead.map((days) => (
          <Button key={days} onClick={() => onChange(today + days)}>
            {t('inDays', { days })}
          </Button>
        ))}
      </div>
      <p className={styles.told} role="status">
        {day > today ? t('daysToLearn', { days: day - today }) : t('tooSoon')}
      </p>
    </>
  )
}
