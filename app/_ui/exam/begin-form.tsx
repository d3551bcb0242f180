'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { askExams, type ExamRefusal } from '@/lib/client/exam/ask-exams'
import type { Language } from '@/lib/core/language'
import type { ExamNotice } from '@/lib/exam/protocol/attempt'
import { decodeSheet } from '@/lib/exam/protocol/decode'
import { Button } from '../controls/button'
import { ButtonLink } from '../controls/button-link'
import { Field } from '../controls/field'
import { Notice } from '../controls/notice'
import { tellLearner } from '../learner/tell-learner'
import styles from './exam.module.css'
import { ExamRefused } from './exam-refused'
import { deviceName } from './take/browser-ground'
import { useAdmission } from './use-admission'

interface BeginFormProps {
  readonly notice: ExamNotice
  /** `performance.now()` when the notice was heard: the server's clock decides when it opens. */
  readonly heardAt: number
  readonly language: Language
  readonly onOver: () => void
}

/** Begins an attempt, as soon as the exam is open, or goes on with it. */
export function BeginForm({ notice, heardAt, language, onOver }: BeginFormProps) {
  const t = useTranslations('exam')
  const router = useRouter()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ExamRefusal | null>(null)
  const [state, setState] = useState(notice.state)
  const [admission, wait] = useAdmission(notice, () => setState('over'))
  useEffect(() => {
    if (state !== 'early') return
    const wait = notice.opensAt - (notice.now + (performance.now() - heardAt))
    // Longer than a timer can wait; nobody keeps a page open for weeks.
    if (wait > 2 ** 31 - 1) return
    const timer = setTimeout(() => setState('open'), Math.max(0, wait) + 200)
    return () => clearTimeout(timer)
  }, [state, notice, heardAt])
  const path = `/exams/${encodeURIComponent(notice.exam)}/take`
  if (notice.attempt === 'open')
    return (
      <p>
        <ButtonLink href={path} weight="primary" large>
          {t('start.goOn')}
        </ButtonLink>
      </p>
    )
  if (state === 'over') return <p>{t('start.over')}</p>
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const at = `/${encodeURIComponent(notice.exam)}/attempt?language=${language}`
    const begun = await askExams(at, decodeSheet, {
      method: 'POST',
      body: { roomCode: code, device: deviceName() },
    })
    if (begun.ok) {
      // Review on this device learns at once what it must not tell while the exam is open. Nobody waits for it: time runs.
      void tellLearner((learner) => learner.withheld.refresh())
      return router.push(path)
    }
    setBusy(false)
    if (begun.error === 'exam-admission') {
      setRefused(null)
      return wait()
    }
    setRefused(begun.error)
    if (begun.error === 'exam-over') onOver()
  }
  return (
    <form className={styles.begin} onSubmit={(event) => void begin(event)}>
      {admission === 'none' ? null : (
        <Notice tone={admission === 'given' ? 'good' : 'plain'} title={t(`start.admission.${admission}.title`)}>
          <p>{t(`start.admission.${admission}.text`)}</p>
        </Notice>
      )}
      {notice.wantsCode && admission !== 'waiting' ? (
        <Field
          label={t('start.code')}
          hint={t('start.codeHint')}
          value={code}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          fault={refused === 'exam-room-code' ? t('refusals.exam-room-code') : null}
          onChange={(event) => setCode(event.target.value)}
        />
      ) : null}
      {refused !== null && refused !== 'exam-room-code' ? <ExamRefused why={refused} onRetry={null} /> : null}
      <Button
        type="submit"
        weight={admission === 'waiting' ? 'secondary' : 'primary'}
        large
        busy={busy}
        disabled={state === 'early' || admission === 'waiting'}
      >
        {t(admission === 'ask' ? 'start.askIn' : 'start.begin')}
      </Button>
      {state === 'early' ? <p className={styles.about}>{t('start.wait')}</p> : null}
    </form>
  )
}
