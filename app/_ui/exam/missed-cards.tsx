'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { deviceClock, momentAt } from '@/lib/client/clock'
import { missedEvents, missedOf } from '@/lib/client/exam/missed-cards'
import type { ExamFeedback } from '@/lib/exam/protocol/feedback'
import { Button } from '../controls/button'
import { ButtonLink } from '../controls/button-link'
import { openLearner } from '../learner/use-learner'
import styles from './exam.module.css'

/** Brings what was missed into one's own reviews. */
export function MissedCards({ feedback }: { readonly feedback: ExamFeedback }) {
  const t = useTranslations('exam')
  const [state, setState] = useState<'open' | 'busy' | 'done' | 'failed'>('open')
  const missed = missedOf(feedback.questions)
  const any = feedback.questions.some(({ verdict }) => !verdict.right)
  if (!any) return null
  if (missed.length === 0) return <p className={styles.about}>{t('feedback.missedNone')}</p>
  const make = async () => {
    setState('busy')
    try {
      const opened = await openLearner()
      if (!opened.ok) return setState('failed')
      const { store, deviceId, outbox, changes } = opened.value
      const plan = await opened.value.plan()
      const moment = momentAt(deviceClock, feedback.endedAt, plan.dayStartsAt)
      await store.append(missedEvents(missed, feedback.attempt, { plan, moment, deviceId }))
      changes.publish()
      outbox.nudge()
      setState('done')
    } catch {
      setState('failed')
    }
  }
  return (
    <section>
      <p role="status">
        {t(state === 'done' ? 'feedback.missedDone' : 'feedback.missedLead', { count: missed.length })}
      </p>
      {state === 'failed' ? <p role="alert">{t('refusals.unknown')}</p> : null}
      <p className={styles.buttons}>
        {state === 'done' ? (
          <ButtonLink href="/review" weight="primary">
            {t('feedback.review')}
          </ButtonLink>
        ) : (
          <Button busy={state === 'busy'} onClick={() => void make()}>
            {t('feedback.missed')}
          </Button>
        )}
      </p>
    </section>
  )
}
