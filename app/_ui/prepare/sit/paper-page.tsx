'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { PaperQuestion } from '@/lib/client/prepare/practice-paper'
import type { Language } from '@/lib/core/language'
import type { Answer } from '@/lib/view/input'
import { KeypadDock } from '../../inputs/keypad-dock'
import { KeypadPurpose } from '../../inputs/keypad-purpose'
import { emptyAnswer } from '../../inputs/list'
import { CardFace } from '../../review/card-face'
import review from '../../review/review-screen.module.css'
import styles from './paper.module.css'

const nothing = { kind: 'none' } as const
const ignore = () => {}

/** One question of a paper with its control; below it the keypad where there is one, and the way on. */
export function PaperPage({
  question,
  number,
  answer,
  language,
  onChange,
  onNext,
  children,
}: {
  /** Null where its card is not on this device any more: it is left out of the score. */
  readonly question: PaperQuestion | null
  readonly number: number
  readonly answer: Answer | null
  readonly language: Language
  readonly onChange: (answer: Answer) => void
  readonly onNext: () => void
  readonly children: ReactNode
}) {
  const t = useTranslations('prepare.paper')
  const [dock, setDock] = useState<HTMLElement | null>(null)
  const article = useRef<HTMLElement>(null)
  const shown = useMemo(
    () =>
      question && {
        type: question.card.type,
        content: question.card.content,
        occasion: { seed: question.seed, language },
      },
    [question, language],
  )
  // The steps of a card are told after handing in, not here.
  const presented = useMemo(() => question && { ...question.presented, stepwise: false, engine: null }, [question])
  useEffect(() => {
    if (!article.current?.contains(document.activeElement)) article.current?.focus({ preventScroll: true })
  }, [])
  return (
    <KeypadPurpose value="next">
      <KeypadDock value={dock}>
        <main className={review.scroll}>
          <article
            ref={article}
            className={review.card}
            tabIndex={0}
            aria-label={t('question', { number })}
            data-question={question?.card.id}
          >
            <p className={review.heading}>{t('question', { number })}</p>
            {question === null || presented === null || shown === null ? (
              <p className={review.text}>{t('missing')}</p>
            ) : (
              <CardFace
                card={shown}
                presented={presented}
                language={language}
                answer={answer ?? emptyAnswer(presented.input)}
                steps={null}
                onSteps={ignore}
                outcome={null}
                check={nothing}
                autoFocus
                onChange={onChange}
                onSubmit={onNext}
                onGiveUp={null}
              />
            )}
          </article>
        </main>
        <footer className={review.dock}>
          <nav className={`${review.column} ${styles.keys}`} aria-label={t('ways')}>
            {children}
          </nav>
          <div ref={setDock} />
        </footer>
      </KeypadDock>
    </KeypadPurpose>
  )
}
