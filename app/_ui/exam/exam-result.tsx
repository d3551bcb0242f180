'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import type { Language } from '@/lib/core/language'
import { decodeFeedback } from '@/lib/exam/protocol/decode'
import type { ExamFeedback } from '@/lib/exam/protocol/feedback'
import { Notice } from '../controls/notice'
import { tellLearner } from '../learner/tell-learner'
import styles from './exam.module.css'
import { ExamRefused } from './exam-refused'
import { FeedbackQuestionView } from './feedback-question'
import { useInstant } from './instant'
import { MissedCards } from './missed-cards'
import { ReceiptView } from './receipt-view'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'read'; readonly feedback: ExamFeedback }

const shown = (points: number | null): number => Math.round((points ?? 0) * 100) / 100

function Waiting({ feedback }: { readonly feedback: ExamFeedback }) {
  const t = useTranslations('exam.feedback')
  const instantOf = useInstant(feedback.zone)
  if (feedback.at !== null && feedback.at > Date.now()) return <p>{t('later', { at: instantOf(feedback.at) })}</p>
  return <p>{t(feedback.at === null ? 'never' : 'afterwards')}</p>
}

function KeysLater({ feedback: { keysAt, zone } }: { readonly feedback: ExamFeedback }) {
  const t = useTranslations('exam.feedback')
  const instantOf = useInstant(zone)
  return keysAt === null ? null : <p className={styles.about}>{t('keysLater', { at: instantOf(keysAt) })}</p>
}

/** A finished attempt: the receipt, and what the policy tells of it now. */
export function ExamResult({ exam, language }: { readonly exam: string; readonly language: Language }) {
  const t = useTranslations('exam')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await askExams(`/${encodeURIComponent(exam)}/feedback?language=${language}`, decodeFeedback)
    setState(answer.ok ? { kind: 'read', feedback: answer.value } : { kind: 'refused', why: answer.error })
    // The exam is over: review may tell everything again.
    if (answer.ok && answer.value.finished) await tellLearner((learner) => learner.withheld.refresh())
  }, [exam, language])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <p role="status">{t('loading')}</p>
  if (state.kind === 'refused') return <ExamRefused why={state.why} onRetry={() => void read()} />
  const { feedback } = state
  return (
    <>
      <Notice tone="good" title={feedback.receipt === null ? t('receipt.bell') : t('receipt.title')}>
        {feedback.receipt === null ? null : <ReceiptView receipt={feedback.receipt} zone={feedback.zone} />}
      </Notice>
      <section>
        <h2 className={styles.heading}>{t('feedback.title')}</h2>
        {feedback.seen === 'none' ? (
          <Waiting feedback={feedback} />
        ) : (
          <p className={styles.points}>
            {t('feedback.points', { points: shown(feedback.points), of: shown(feedback.of) })}
          </p>
        )}
        {feedback.seen === 'marks' ? <KeysLater feedback={feedback} /> : null}
      </section>
      {feedback.seen === 'none' ? null : <MissedCards feedback={feedback} />}
      <div>
        {feedback.questions.map((question, index) => (
          <FeedbackQuestionView key={question.slot} question={question} number={index + 1} language={language} />
        ))}
      </div>
    </>
  )
}
