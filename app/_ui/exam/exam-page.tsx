'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import type { Language } from '@/lib/core/language'
import type { ExamNotice } from '@/lib/exam/protocol/attempt'
import { decodeNotice } from '@/lib/exam/protocol/decode'
import { PageHead } from '../shell/page-head'
import { PageLoading } from '../shell/page-loading'
import { BeginForm } from './begin-form'
import styles from './exam.module.css'
import { ExamRefused } from './exam-refused'
import { ExamResult } from './exam-result'
import { useInstant } from './instant'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'read'; readonly notice: ExamNotice; readonly heardAt: number }

const minuteMs = 60_000

function Facts({ notice }: { readonly notice: ExamNotice }) {
  const t = useTranslations('exam.start')
  const instantOf = useInstant(notice.zone)
  const { feedbackAt, keysAt, feedback, breakMs, lockPoints } = notice
  return (
    <section>
      <h2 className={styles.heading}>{t('facts')}</h2>
      <ul className={styles.facts}>
        <li>{t('questions', { count: notice.questions, points: notice.points })}</li>
        <li>{t('minutes', { minutes: Math.round(notice.durationMs / minuteMs) })}</li>
        {breakMs > 0 ? <li>{t('breaks', { minutes: Math.round(breakMs / minuteMs) })}</li> : null}
        <li>{t('opens', { at: instantOf(notice.opensAt) })}</li>
        <li>{t('due', { at: instantOf(notice.dueAt) })}</li>
        <li>{t('once')}</li>
        {lockPoints > 0 ? <li>{t('locks', { count: lockPoints })}</li> : null}
        <li>{t('saved')}</li>
        <li>{t('late')}</li>
        <li>{t('withheld')}</li>
        <li>{t('watched')}</li>
        <li>
          {t(`feedback.${feedback}`)} {feedbackAt === null ? '' : t('feedbackAt', { at: instantOf(feedbackAt) })}{' '}
          {keysAt === null ? '' : t('keysAt', { at: instantOf(keysAt) })}
        </li>
      </ul>
    </section>
  )
}

/** An exam as its student sees it: the rules before it, the way back in while it runs, the result after it. */
export function ExamPage({ exam, language }: { readonly exam: string; readonly language: Language }) {
  const t = useTranslations('exam')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await askExams(`/${encodeURIComponent(exam)}/notice`, decodeNotice)
    setState(
      answer.ok
        ? { kind: 'read', notice: answer.value, heardAt: performance.now() }
        : { kind: 'refused', why: answer.error },
    )
  }, [exam])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <PageLoading text={t('loading')} />
  if (state.kind === 'refused')
    return (
      <div className={styles.stack}>
        <PageHead title={t('title')} />
        <ExamRefused why={state.why} onRetry={() => void read()} />
        <p>
          <Link href="/exams">{t('back')}</Link>
        </p>
      </div>
    )
  const { notice, heardAt } = state
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href="/exams">{t('back')}</Link>
      </p>
      <PageHead title={notice.title} lead={notice.className} />
      {notice.attempt === 'finished' ? (
        <ExamResult exam={exam} language={language} />
      ) : (
        <>
          {notice.instructions === '' ? null : <p className={styles.text}>{notice.instructions}</p>}
          <Facts notice={notice} />
          <BeginForm notice={notice} heardAt={heardAt} language={language} onOver={() => void read()} />
        </>
      )}
    </div>
  )
}
