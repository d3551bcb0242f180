'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { type ExamGoal, leastMinutes, mostMinutes } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { ChoiceRow } from '../controls/choice-row'
import styles from './exam.module.css'
import { ForecastBars } from './forecast-bars'
import { Unreached } from './unreached'
import { useOverview } from './use-exams'

const choices = [10, 20, 30, 45, 60] as const
/** Planning again at every keystroke would only be in the way, ms. */
const rest = 250

/** Minutes a day, and at once what they would bring. */
export function MinutesStep({
  library,
  goal,
  onChange,
}: {
  readonly library: Library
  readonly goal: ExamGoal
  readonly onChange: (minutes: number) => void
}) {
  const t = useTranslations('prepare.form')
  const id = useId()
  const [typed, setTyped] = useState(String(goal.minutes))
  const exam = useMemo(() => ({ ...goal, id: '', scores: [] }), [goal])
  const overview = useOverview(library, exam, rest)
  const put = (text: string) => {
    setTyped(text)
    const minutes = Number(text)
    if (Number.isInteger(minutes) && minutes >= leastMinutes && minutes <= mostMinutes) onChange(minutes)
  }
  return (
    <>
      <div className={styles.choice}>
        <ChoiceRow
          legend={t('minutesChoice')}
          name="minutes"
          value={typed}
          options={choices.map((minutes) => ({ value: String(minutes), label: String(minutes) }))}
          onChange={put}
        />
      </div>
      <p className={styles.field}>
        <label htmlFor={id}>{t('minutesADay')}</label>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          className={styles.select}
          min={leastMinutes}
          max={mostMinutes}
          value={typed}
          onChange={({ target }) => put(target.value)}
        />
      </p>
      <div className={styles.preview} aria-live="polite" aria-busy={overview === null}>
        {overview !== null && (
          <>
            <ForecastBars kept={overview.kept} idle={overview.idle} />
            <Unreached plan={overview.plan} />
          </>
        )}
      </div>
    </>
  )
}
