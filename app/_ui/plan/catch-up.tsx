'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { daysToClear, fits } from '@/lib/schedule/backlog'
import type { Plan } from '@/lib/schedule/plan'
import { Button } from '../controls/button'
import { useReading } from '../learner/use-reading'
import { NumberSetting } from '../settings/number-setting'
import styles from './plan.module.css'
import { readLoad } from './read-load'
import type { ChangePlan } from './use-plan'

const usualMinutes = 20

/** A backlog worked off in a promised number of minutes a day, the most valuable cards first. */
export function CatchUp({
  plan,
  change,
  learner,
  language,
}: {
  readonly plan: Plan
  readonly change: ChangePlan
  readonly learner: Learner
  readonly language: Language
}) {
  const t = useTranslations('plan')
  const [wanted, setWanted] = useState(plan.catchUp ?? usualMinutes)
  const read = useCallback((open: Learner) => readLoad(open, language), [language])
  const load = useReading(learner, read)
  const minutes = plan.catchUp ?? wanted
  const words = () => {
    if (load.kind !== 'read') return null
    const { due, coming, pace } = load.value
    const days = daysToClear(due, coming, minutes, pace)
    const cards = fits(minutes, pace)
    if (due === 0) return t('nothingDue')
    return days === null
      ? t('neverClear', { due, cards, coming: Math.round(coming) })
      : t('clear', { due, cards, days })
  }
  return (
    <>
      <p className={styles.note}>{t('backlogHint')}</p>
      <NumberSetting
        label={t('minutes')}
        value={minutes}
        least={1}
        most={600}
        onChange={(next) => {
          setWanted(next)
          if (plan.catchUp !== null) change({ about: 'catch-up', minutes: next })
        }}
      />
      <div className={styles.form}>
        <p className={styles.note} role="status">
          {words()}
        </p>
        {plan.catchUp === null ? (
          <Button onClick={() => change({ about: 'catch-up', minutes })}>{t('catchUp')}</Button>
        ) : (
          <Button onClick={() => change({ about: 'catch-up', minutes: null })}>{t('catchUpEnd')}</Button>
        )}
      </div>
    </>
  )
}
