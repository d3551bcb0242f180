'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PlannedExam } from '@/lib/schedule/exam-goal'
import { Button } from '../../controls/button'
import { ChoiceRow } from '../../controls/choice-row'
import { Notice } from '../../controls/notice'
import { ReviewBar } from '../../review/review-bar'
import review from '../../review/review-screen.module.css'
import { examPage } from '../addresses'
import styles from './paper.module.css'

const counts = [5, 10, 20] as const
const minutesEach = [1, 2, 3] as const

/** Before a practice paper: how many questions, how much time for each, and what it does not do. */
export function PaperStart({
  exam,
  markable,
  onStart,
}: {
  readonly exam: PlannedExam
  /** Cards of the scope that can be asked; null while they are counted. */
  readonly markable: number | null
  /** False where none could be drawn. */
  readonly onStart: (count: number, minutesEach: number) => Promise<boolean>
}) {
  const t = useTranslations('prepare.paper')
  const [count, setCount] = useState<number>(10)
  const [each, setEach] = useState<number>(2)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const asked = Math.min(count, markable ?? count)
  const start = async () => {
    setBusy(true)
    const begun = await onStart(count, each).catch(() => false)
    setBusy(false)
    setFailed(!begun)
  }
  return (
    <div className={review.screen}>
      <ReviewBar frame={null} back={examPage(exam.id)} />
      <main className={review.scroll}>
        <div className={review.card}>
          <h1 className={review.title}>{t('title')}</h1>
          <p className={review.text}>{t('lead')}</p>
          <div className={styles.choices}>
            <p>{t('questions')}</p>
            <ChoiceRow
              legend={t('questions')}
              name="count"
              value={String(count)}
              options={counts.map((value) => ({ value: String(value), label: String(value) }))}
              onChange={(value) => setCount(Number(value))}
            />
            <p>{t('each')}</p>
            <ChoiceRow
              legend={t('each')}
              name="each"
              value={String(each)}
              options={minutesEach.map((value) => ({ value: String(value), label: t('minutes', { minutes: value }) }))}
              onChange={(value) => setEach(Number(value))}
            />
          </div>
          {(failed || markable === 0) && <Notice tone="plain">{t('none')}</Notice>}
        </div>
      </main>
      <footer className={review.dock}>
        <div className={`${review.column} ${styles.foot}`}>
          <Button
            weight="primary"
            large
            busy={busy}
            disabled={markable === 0 || markable === null}
            onClick={() => void start()}
          >
            {t('start', { questions: asked, minutes: asked * each })}
          </Button>
        </div>
      </footer>
    </div>
  )
}
