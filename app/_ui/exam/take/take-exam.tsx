'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import { recoverDrafts } from '@/lib/client/exam/draft-store'
import { openSitting } from '@/lib/client/exam/sitting'
import type { Sitting } from '@/lib/client/exam/sitting-state'
import type { Language } from '@/lib/core/language'
import { decodeSheet } from '@/lib/exam/protocol/decode'
import { ButtonLink } from '../../controls/button-link'
import { tellLearner } from '../../learner/tell-learner'
import { PageLoading } from '../../shell/page-loading'
import { ExamRefused } from '../exam-refused'
import { browserGround } from './browser-ground'
import styles from './take.module.css'
import { TakeScreen } from './take-screen'

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly why: ExamRefusal }
  | { readonly kind: 'open'; readonly sitting: Sitting }

/** Goes on with one's attempt, whatever happened to the page or the device before. */
export function TakeExam({ exam, language }: { readonly exam: string; readonly language: Language }) {
  const t = useTranslations('exam.take')
  const [state, setState] = useState<State>({ kind: 'opening' })
  const open = useCallback(async (): Promise<State> => {
    const sheet = await askExams(`/${encodeURIComponent(exam)}/attempt?language=${language}`, decodeSheet)
    if (!sheet.ok) return { kind: 'refused', why: sheet.error }
    const ground = browserGround(language)
    await recoverDrafts(ground, exam, sheet.value.attempt)
    return { kind: 'open', sitting: openSitting(ground, sheet.value) }
  }, [exam, language])
  useEffect(() => {
    let left = false
    let mine: Sitting | null = null
    void open().then((next) => {
      if (next.kind === 'open') mine = next.sitting
      if (left) mine?.close()
      else setState(next)
    })
    return () => {
      left = true
      mine?.close()
    }
  }, [open])
  const sitting = state.kind === 'open' ? state.sitting : null
  useEffect(() => {
    if (sitting === null) return
    // Review on this device keeps away what the exam asks, as long as it lasts: breaks and given minutes make it longer.
    let until = Number.NEGATIVE_INFINITY
    const keepAway = () => {
      const { deadline } = sitting.getSnapshot()
      if (deadline <= until) return
      until = deadline
      void tellLearner((learner) => learner.withheld.refresh())
    }
    keepAway()
    return sitting.subscribe(keepAway)
  }, [sitting])
  if (state.kind === 'open') return <TakeScreen sitting={state.sitting} exam={exam} language={language} />
  return (
    <main className={styles.aside}>
      {state.kind === 'opening' ? <PageLoading text={t('opening')} /> : null}
      {state.kind === 'refused' ? (
        <>
          {state.why === 'not-found' ? <p>{t('notBegun')}</p> : null}
          <ExamRefused why={state.why} onRetry={() => void open().then(setState)} />
          <p>
            <ButtonLink href={`/exams/${exam}`}>{t('toStart')}</ButtonLink>
          </p>
        </>
      ) : null}
    </main>
  )
}
