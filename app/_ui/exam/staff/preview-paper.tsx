'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { decodePreviewPaper } from '@/lib/client/exam/decode-staff'
import type { Language } from '@/lib/core/language'
import type { SheetSlot } from '@/lib/exam/protocol/attempt'
import type { ExamQuestion } from '@/lib/exam/sheet/question'
import type { Answer } from '@/lib/view/input'
import { Blocks } from '../../blocks/blocks'
import { Button } from '../../controls/button'
import { emptyAnswer, inputKind } from '../../inputs/list'
import student from '../exam.module.css'
import { ExamRefused } from '../exam-refused'
import { Faults } from './faults'
import styles from './staff.module.css'
import { useAsked } from './use-asked'

// Nothing is handed in here.
const ignore = () => {}

function Tried({ question, language }: { readonly question: ExamQuestion; readonly language: Language }) {
  const [answer, setAnswer] = useState<Answer>(() => emptyAnswer(question.input))
  return inputKind(question.input).render({
    input: question.input,
    answer,
    onChange: setAnswer,
    onSubmit: ignore,
    verdict: null,
    language,
    autoFocus: false,
  })
}

/** The paper of one imagined student after another, with controls that can be tried. */
export function PreviewPaper({
  id,
  language,
  revision,
}: {
  readonly id: string
  readonly language: Language
  readonly revision: number
}) {
  const t = useTranslations('examining')
  const words = useTranslations('exam')
  const [draw, setDraw] = useState(0)
  const [asked, read] = useAsked(
    `/${encodeURIComponent(id)}/preview?language=${language}&draw=${draw}&of=${revision}`,
    decodePreviewPaper,
  )
  if (asked.kind === 'loading') return <p role="status">{words('loading')}</p>
  if (asked.kind === 'refused') return <ExamRefused why={asked.why} onRetry={() => void read()} />
  const { slots, faults, cards } = asked.value
  const all = [...faults, ...cards.map(({ card, why }) => ({ key: why, at: card, severity: 'error' as const }))]
  return (
    <div className={styles.paper}>
      <p className={styles.about}>{t('preview.lead')}</p>
      {all.length === 0 ? null : <Faults faults={all} />}
      <p>
        <Button onClick={() => setDraw(draw + 1)}>{t('preview.another')}</Button>
      </p>
      {slots.map(({ slot, points, question }: SheetSlot) =>
        question === undefined ? null : (
          <article key={`${draw} ${slot}`} className={student.question}>
            <div className={student.questionHead}>
              <h3>{t('preview.question', { number: slot + 1 })}</h3>
              <p className={student.earned}>{words('take.points', { points })}</p>
            </div>
            <Blocks blocks={question.blocks} lang={language} />
            <Tried question={question} language={language} />
          </article>
        ),
      )}
    </div>
  )
}
