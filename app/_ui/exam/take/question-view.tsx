'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { Sitting } from '@/lib/client/exam/sitting-state'
import type { Language } from '@/lib/core/language'
import type { SheetSlot } from '@/lib/exam/protocol/attempt'
import type { ExamQuestion } from '@/lib/exam/sheet/question'
import type { Answer } from '@/lib/view/input'
import { Blocks } from '../../blocks/blocks'
import { AnswerPane } from '../../inputs/answer-pane'
import { emptyAnswer, inputKind } from '../../inputs/list'
import face from '../../review/card-face.module.css'
import styles from './take.module.css'
import { unreadableCell } from './unreadable-hint'

const settleMs = 1500

interface QuestionViewProps {
  readonly sitting: Sitting
  readonly slot: SheetSlot
  readonly question: ExamQuestion
  readonly number: number
  readonly of: number
  readonly answer: Answer | undefined
  readonly language: Language
  readonly onNext: () => void
}

/** One question and its answer. Mounted anew for each question, so that the time on it is its own. */
export function QuestionView({ sitting, slot, question, number, of, answer, language, onNext }: QuestionViewProps) {
  const t = useTranslations('exam.take')
  const heading = useRef<HTMLHeadingElement>(null)
  const since = useRef(sitting.now())
  const kind = inputKind(question.input)
  const bad = unreadableCell(answer)
  const [told, setTold] = useState<string | null>(bad)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // Somebody in the middle of a number is not told that it is none.
    const timer = setTimeout(() => setTold(bad), bad === null ? 0 : settleMs)
    return () => clearTimeout(timer)
  }, [bad])
  const change = (next: Answer) => {
    const now = sitting.now()
    sitting.answer(slot.slot, next, Math.max(0, now - since.current))
    since.current = now
  }
  return (
    <article className={styles.question}>
      <h2 ref={heading} className={styles.heading} tabIndex={-1}>
        {t('question', { number, of })} <span className={styles.points}>{t('points', { points: slot.points })}</span>
      </h2>
      <div className={face.face}>
        <div className={face.question}>
          <Blocks blocks={question.blocks} lang={language} />
        </div>
        <AnswerPane>
          {kind.render({
            input: question.input,
            answer: answer ?? emptyAnswer(question.input),
            onChange: change,
            onSubmit: onNext,
            verdict: null,
            language,
            autoFocus: false,
          })}
          <p className={face.unreadable} role="status" hidden={told === null}>
            {told === null ? '' : t('unreadable', { typed: told })}
          </p>
        </AnswerPane>
      </div>
    </article>
  )
}
