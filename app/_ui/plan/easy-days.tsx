'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Plan } from '@/lib/schedule/plan'
import type { Load } from '@/lib/schedule/plan-change'
import { Button } from '../controls/button'
import { ComingDate } from './coming-date'
import { dayOfDate, noonOf } from './dates'
import { LoadChoice } from './load-choice'
import styles from './plan.module.css'
import { PlanRow } from './plan-row'
import type { ChangePlan } from './use-plan'

/** Single days that ask less, or nothing. Those that are over are not listed. */
export function EasyDays({
  plan,
  today,
  change,
}: {
  readonly plan: Plan
  readonly today: number
  readonly change: ChangePlan
}) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const [date, setDate] = useState('')
  const [load, setLoad] = useState<Load>('light')
  const day = dayOfDate(date)
  const ready = day !== null && day >= today
  const coming = [...plan.days].filter(([one]) => one >= today).sort(([a], [b]) => a - b)
  return (
    <>
      <ul className={styles.list}>
        {coming.map(([one, its]) => (
          <PlanRow key={one} deed={t('remove')} onDo={() => change({ about: 'day', day: one, load: null })}>
            {format.dateTime(noonOf(one), { dateStyle: 'full', timeZone: 'UTC' })} · {t(`load.${its}`)}
          </PlanRow>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!ready) return
          change({ about: 'day', day, load })
          setDate('')
        }}
      >
        <ComingDate label={t('date')} value={date} from={today} onChange={setDate} />
        <LoadChoice legend={t('howMuch')} name="day-load" value={load} onChange={setLoad} />
        <Button type="submit" disabled={!ready}>
          {t('addDay')}
        </Button>
      </form>
    </>
  )
}
