'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { newEventId } from '@/lib/client/device'
import type { Learner } from '@/lib/client/learner'
import { forecastThen } from '@/lib/client/prepare/forecast-then'
import { usualQuestions } from '@/lib/client/prepare/overlook-exam'
import type { Calibration } from '@/lib/exam/prepare/forecast-score'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { noonOf } from '../plan/dates'
import styles from './exam.module.css'

/** The scores reached, each beside what had been expected, and after the exam a place for its own. */
export function ExamScores({
  library,
  learner,
  exam,
  calibration,
}: {
  readonly library: Library
  readonly learner: Learner
  readonly exam: PlannedExam
  readonly calibration: Calibration | null
}) {
  const t = useTranslations('prepare.scores')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const written = exam.scores.some(({ kind }) => kind === 'exam')
  const due = library.ground.today >= exam.day && !written
  if (exam.scores.length === 0 && !due) return null
  return (
    <section>
      <h2 className={styles.subtitle}>{t('title')}</h2>
      {due && <ScoreForm library={library} learner={learner} exam={exam} />}
      <ul className={styles.scores}>
        {[...exam.scores].reverse().map(({ id, kind, day, share, questions, forecast }) => (
          <li key={id}>
            <span>
              <strong>{percent(share)}</strong> {t(kind, { questions })},{' '}
              {format.dateTime(noonOf(day), { dateStyle: 'medium', timeZone: 'UTC' })}
            </span>
            {forecast !== null && (
              <span className={styles.quiet}>
                {t(
                  forecast.low <= share && share <= forecast.high ? 'inside' : share < forecast.low ? 'below' : 'above',
                  {
                    score: percent(forecast.score),
                    low: percent(forecast.low),
                    high: percent(forecast.high),
                  },
                )}
              </span>
            )}
            {kind === 'exam' && (
              <Button
                weight="quiet"
                onClick={() => void learner.changePlan({ about: 'exam-score', exam: exam.id, id, score: null })}
              >
                {t('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {calibration !== null && (
        <p className={styles.told}>
          {t('calibration', {
            foretold: calibration.foretold,
            inside: calibration.inside,
            off: format.number(100 * Math.sqrt(calibration.brier), { maximumFractionDigits: 0 }),
            brier: format.number(calibration.brier, { maximumFractionDigits: 3 }),
          })}
        </p>
      )}
    </section>
  )
}

function ScoreForm({
  library,
  learner,
  exam,
}: {
  readonly library: Library
  readonly learner: Learner
  readonly exam: PlannedExam
}) {
  const t = useTranslations('prepare.scores')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const percent = Number(typed.replace(',', '.').replace('%', ''))
  const sound = typed.trim() !== '' && percent >= 0 && percent <= 100
  const keep = async () => {
    setBusy(true)
    const forecast = await forecastThen(learner.store, library, exam, usualQuestions).catch(() => null)
    const score = { kind: 'exam', day: exam.day, share: percent / 100, questions: usualQuestions, forecast } as const
    const problem = await learner.changePlan({ about: 'exam-score', exam: exam.id, id: newEventId(Date.now()), score })
    setBusy(false)
    setFailed(problem !== null)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (sound) void keep()
      }}
    >
      <p className={styles.told}>{t('ask')}</p>
      <p className={styles.field}>
        <label htmlFor={id}>{t('yours')}</label>
        <input
          id={id}
          className={styles.select}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </p>
      <div className={styles.actions}>
        <Button type="submit" disabled={!sound} busy={busy}>
          {t('keep')}
        </Button>
      </div>
      {failed && <Notice tone="bad">{t('notKept')}</Notice>}
    </form>
  )
}
