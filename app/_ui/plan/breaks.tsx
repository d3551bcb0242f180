'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { forecastBreak } from '@/lib/schedule/break-forecast'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'
import { Button } from '../controls/button'
import { useReading } from '../learner/use-reading'
import { dayOfDate, noonOf } from './dates'
import styles from './plan.module.css'
import { readLoad } from './read-load'
import type { ChangePlan } from './use-plan'

/** Breaks entered in advance: what each costs is said before it is added. */
export function Breaks({
  plan,
  today,
  change,
  learner,
  language,
}: {
  readonly plan: Plan
  readonly today: number
  readonly change: ChangePlan
  readonly learner: Learner
  readonly language: Language
}) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const read = useCallback((open: Learner) => readLoad(open, language), [language])
  const load = useReading(learner, read)
  const from = dayOfDate(first)
  const to = dayOfDate(last)
  const span = from !== null && to !== null && from >= today && to >= from ? { from, to } : null
  const day = (one: number) => format.dateTime(noonOf(one), { dateStyle: 'medium', timeZone: 'UTC' })
  const percent = (share: number) => format.number(share, { style: 'percent' })
  const cost =
    span && load.kind === 'read' ? forecastBreak(load.value.states, span, today, schedulerIn(plan, null)) : null
  const earliest = noonOf(today).toISOString().slice(0, 10)
  return (
    <>
      <p className={styles.note}>{t('breaksHint')}</p>
      <ul className={styles.list}>
        {plan.breaks
          .filter((one) => one.to >= today)
          .map((one) => (
            <li key={one.id} className={styles.item}>
              <span>{t('span', { from: day(one.from), to: day(one.to), days: one.to - one.from + 1 })}</span>
              <Button weight="quiet" onClick={() => change({ about: 'break', id: one.id, span: null })}>
                {t('callOff')}
              </Button>
            </li>
          ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!span) return
          change({ about: 'break', id: `${learner.deviceId}-${span.from}-${Date.now()}`.slice(0, 64), span })
          setFirst('')
          setLast('')
        }}
      >
        <label className={styles.field}>
          {t('firstDay')}
          <input
            type="date"
            className={styles.date}
            value={first}
            min={earliest}
            onChange={(event) => setFirst(event.target.value)}
          />
        </label>
        <label className={styles.field}>
          {t('lastDay')}
          <input
            type="date"
            className={styles.date}
            value={last}
            min={first || earliest}
            onChange={(event) => setLast(event.target.value)}
          />
        </label>
        <Button type="submit" disabled={!span}>
          {t('addBreak')}
        </Button>
      </form>
      {span && load.kind === 'read' && (
        <p className={styles.note} role="status">
          {cost === null
            ? t('breakFree')
            : t('breakCost', {
                due: cost.due,
                more: cost.aheadPerDay,
                from: day(cost.aheadFrom),
                left: percent(cost.recallLeft),
                ahead: percent(cost.recallAhead),
              })}
        </p>
      )}
    </>
  )
}
