'use client'

import { useTranslations } from 'next-intl'
import type { SittingSnapshot } from '@/lib/client/exam/sitting-state'
import { Sheet } from '../../review/sheet'
import styles from './take.module.css'

interface QuestionListProps {
  readonly state: SittingSnapshot
  readonly current: number
  readonly onChoose: (slot: number) => void
  readonly onClose: () => void
}

/** Every question with its state: a mark, a word for those who listen, and where its answer is. */
export function QuestionList({ state, current, onChoose, onClose }: QuestionListProps) {
  const t = useTranslations('exam.take')
  return (
    <Sheet title={t('list')} onClose={onClose}>
      <ol className={styles.list}>
        {state.slots.map(({ slot, question }, index) => {
          const answered = state.answers.has(slot)
          const flagged = state.flagged.has(slot)
          const words = [
            question === undefined ? t('later') : answered ? t('answered') : t('unanswered'),
            ...(answered ? [state.onServer.has(slot) ? t('onServer') : t('onDevice')] : []),
            ...(flagged ? [t('flagged')] : []),
          ]
          return (
            <li key={slot}>
              <button
                type="button"
                className={styles.dot}
                data-answered={answered}
                data-saved={state.onServer.has(slot)}
                aria-current={slot === current ? 'step' : undefined}
                disabled={question === undefined}
                aria-label={`${index + 1}: ${words.join(', ')}`}
                title={words.join(', ')}
                onClick={() => onChoose(slot)}
              >
                {index + 1}
                {flagged ? (
                  <span className={styles.flagMark} aria-hidden="true">
                    ⚑
                  </span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ol>
      <p className={styles.legend}>{t('legend')}</p>
    </Sheet>
  )
}
