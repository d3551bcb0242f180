'use client'

import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/core/language'
import type { FeedbackQuestion } from '@/lib/exam/protocol/feedback'
import { Blocks } from '../blocks/blocks'
import { emptyAnswer, inputKind } from '../inputs/list'
import { WorkedSteps } from '../review/worked-steps'
import styles from './exam.module.css'

interface FeedbackQuestionProps {
  readonly question: FeedbackQuestion
  readonly number: number
  readonly language: Language
}

const shown = (points: number): number => Math.round(points * 100) / 100
// Nothing changes any more.
const ignore = () => {}

/** One question as it was answered, with its marks and what is told of it. */
export function FeedbackQuestionView({ question: told, number, language }: FeedbackQuestionProps) {
  const t = useTranslations('exam.feedback')
  const { question, answer, verdict } = told
  return (
    <article className={styles.question}>
      <div className={styles.questionHead}>
        <h3>{t('question', { number })}</h3>
        <p className={styles.earned}>
          <span aria-hidden="true">{verdict.right ? '✓' : verdict.score > 0 ? '◐' : '✗'}</span>{' '}
          {told.of === 0 && told.points === 0
            ? t('dropped')
            : t('earned', { points: shown(told.points), of: shown(told.of) })}
        </p>
      </div>
      <Blocks blocks={question.blocks} lang={language} />
      {answer === null ? <p className={styles.about}>{t('notAnswered')}</p> : null}
      {inputKind(question.input).render({
        input: question.input,
        answer: answer ?? emptyAnswer(question.input),
        onChange: ignore,
        onSubmit: ignore,
        verdict,
        language,
        autoFocus: false,
      })}
      {told.told.length === 0 ? null : (
        <div className={styles.told}>
          <h4>{t('why')}</h4>
          <Blocks blocks={told.told} lang={language} />
        </div>
      )}
      {told.solution.length === 0 ? null : (
        <div className={styles.told}>
          <h4>{t('solution')}</h4>
          <Blocks blocks={told.solution} lang={language} />
          {told.trace === null ? null : (
            <WorkedSteps trace={told.trace} mistaken={told.step} listed={!verdict.right} card={null} />
          )}
        </div>
      )}
    </article>
  )
}
