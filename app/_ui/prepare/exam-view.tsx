'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Learner } from '@/lib/client/learner'
import { cardsOfPart, type ExamOverview } from '@/lib/client/prepare/overlook-exam'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { noonOf } from '../plan/dates'
import { examPage, listPage, sitPage } from './addresses'
import styles from './exam.module.css'
import { ExamCalendar } from './exam-calendar'
import { ExamScores } from './exam-scores'
import { ForecastBars } from './forecast-bars'
import { Unreached } from './unreached'
import { useOverview } from './use-exams'

/** The page of one exam: what today asks, what is to be expected, the calendar of the plan, and the ways to practise. */
export function ExamView({
  library,
  learner,
  exam,
}: {
  readonly library: Library
  readonly learner: Learner
  readonly exam: PlannedExam
}) {
  const t = useTranslations('prepare')
  const format = useFormatter()
  const overview = useOverview(library, exam)
  const { today } = library.ground
  const left = exam.day - today
  return (
    <div className={styles.page}>
      <p>
        <a className={styles.way} href={listPage}>
          {t('toList')}
        </a>
      </p>
      <header>
        <h1 className={styles.title}>{exam.title}</h1>
        <p className={styles.quiet}>
          {format.dateTime(noonOf(exam.day), { dateStyle: 'full', timeZone: 'UTC' })} ·{' '}
          {left > 0 ? t('daysLeft', { days: left }) : left === 0 ? t('isToday') : t('isOver')}
        </p>
      </header>
      {overview === null ? (
        <div className={styles.waiting} aria-busy="true">
          <p className="heard" role="status">
            {t('planning')}
          </p>
        </div>
      ) : (
        <Told overview={overview} />
      )}
      <ExamScores library={library} learner={learner} exam={exam} calibration={overview?.calibration ?? null} />
      <Change learner={learner} exam={exam} />
    </div>
  )
}

function Told({ overview }: { readonly overview: ExamOverview }) {
  const t = useTranslations('prepare')
  const { exam, cards, begun, plan, daysLeft, kept, idle, tests, scores } = overview
  if (cards.length === 0) return <Notice tone="plain">{t('noCards')}</Notice>
  return (
    <>
      {daysLeft > 0 && <TodaysPart overview={overview} />}
      {daysLeft >= 0 && (
        <section>
          <h2 className={styles.subtitle}>{t('forecast.title')}</h2>
          <ForecastBars kept={kept} idle={idle} />
          <p className={styles.told}>{t('forecast.rests', { cards: cards.length, begun, tests, scores })}</p>
          <Unreached plan={plan} />
        </section>
      )}
      <section>
        <h2 className={styles.subtitle}>{t('calendar.title')}</h2>
        <ExamCalendar overview={overview} />
      </section>
      <section>
        <h2 className={styles.subtitle}>{t('practise')}</h2>
        <ul className={styles.rows}>
          {(['paper', 'cram'] as const).map((part) => (
            <li key={part}>
              <a href={sitPage(exam.id, part)}>
                <strong>{t(`ways.${part}`)}</strong>
                <span>{t(`ways.${part}Hint`)}</span>
              </a>
            </li>
          ))}
          {(['formulas', 'mistakes'] as const).map((part) => (
            <li key={part}>
              <a href={examPage(exam.id, part)}>
                <strong>{t(`ways.${part}`)}</strong>
                <span>{t(`ways.${part}Hint`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function TodaysPart({ overview }: { readonly overview: ExamOverview }) {
  const t = useTranslations('prepare')
  const { exam, part, doneToday } = overview
  const count = part === null ? 0 : cardsOfPart(part).length
  const done = Math.round(doneToday.minutes)
  return (
    <section>
      <h2 className={styles.subtitle}>{t('today')}</h2>
      {part !== null && count > 0 ? (
        <>
          <p className={styles.sentence}>
            {t('part', { cards: count, minutes: Math.max(1, Math.round(part.seconds / 60)), fresh: part.fresh.length })}
          </p>
          <p className={styles.actions}>
            <a className={styles.primary} href={sitPage(exam.id, 'today')}>
              {t(doneToday.cards > 0 ? 'goOn' : 'begin')}
            </a>
          </p>
        </>
      ) : (
        <p className={styles.sentence}>{t(doneToday.promised === 0 ? 'dayOff' : 'partDone')}</p>
      )}
      {doneToday.cards > 0 && (
        <p className={styles.told}>{t('doneToday', { cards: doneToday.cards, minutes: done })}</p>
      )}
    </section>
  )
}

function Change({ learner, exam }: { readonly learner: Learner; readonly exam: PlannedExam }) {
  const t = useTranslations('prepare')
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)
  const giveUp = async () => {
    const problem = await learner.changePlan({ about: 'exam', id: exam.id, goal: null })
    if (problem === null) globalThis.location.hash = ''
    else setFailed(true)
  }
  return (
    <section className={styles.change}>
      {asking ? (
        <>
          <p>{t('giveUpSure')}</p>
          <div className={styles.actions}>
            <Button onClick={() => setAsking(false)}>{t('keepIt')}</Button>
            <Button onClick={() => void giveUp()}>{t('giveUp')}</Button>
          </div>
        </>
      ) : (
        <div className={styles.actions}>
          <a className={styles.secondary} href={examPage(exam.id, 'change')}>
            {t('changePlan')}
          </a>
          <Button weight="quiet" onClick={() => setAsking(true)}>
            {t('giveUp')}
          </Button>
        </div>
      )}
      {failed && <Notice tone="bad">{t('form.notKept')}</Notice>}
    </section>
  )
}
