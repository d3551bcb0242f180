'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { forecastBreak } from '@/lib/schedule/break-forecast'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'
import { Button } from '../controls/button'
import { useReading } from '../learner/use-reading'
import { ComingDate } from './coming-date'
import { dayOfDate, noonOf } from './dates'
import styles from './plan.module.css'
import { PlanRow } from './plan-row'
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
  return (
    <>
      <p className={styles.note}>{t('breaksHint')}</p>
      <ul className={styles.list}>
        {plan.breaks
          .filter((one) => one.to >= today)
          .map((one) => (
            <PlanRow key={one.id} deed={t('callOff')} onDo={() => change({ about: 'break', id: one.id, span: null })}>
              {t('span', { from: day(one.from), to: day(one.to), days: one.to - one.from + 1 })}
            </PlanRow>
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
        <ComingDate label={t('firstDay')} value={first} from={today} onChange={setFirst} />
        <ComingDate label={t('lastDay')} value={last} from={from ?? today} onChange={setLast} />
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
