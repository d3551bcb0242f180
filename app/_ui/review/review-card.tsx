'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useCoarsePointer } from '@/app/_ui/inputs/coarse-pointer'
import { isClosed } from '@/app/_ui/inputs/input-kind'
import { KeypadDock } from '@/app/_ui/inputs/keypad-dock'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import { useShortcuts } from '@/app/_ui/inputs/shortcuts'
import type { CurrentCard, StudySession } from '@/lib/client/session-state'
import type { Grade } from '@/lib/core/grade'
import type { Language } from '@/lib/core/language'
import { AnswerButton } from './answer-button'
import { CardFace } from './card-face'
import { GradeBar } from './grade-bar'
import styles from './review-screen.module.css'
import { useEngineCheck } from './use-engine-check'
import { useSettled } from './use-settled'

interface ReviewCardProps {
  readonly session: StudySession
  readonly current: CurrentCard
  readonly language: Language
}

/** One card from question to grade. Mounted anew for every showing. */
export function ReviewCard({ session, current, language }: ReviewCardProps) {
  const t = useTranslations('review')
  const { presented, phase, card, seed } = current
  const shown = useMemo(
    () => ({ type: card.type, content: card.content, occasion: { seed, language } }),
    [card, seed, language],
  )
  const [typed, setTyped] = useState(() => emptyAnswer(presented.input))
  const [steps, setSteps] = useState(current.steps)
  const [dock, setDock] = useState<HTMLElement | null>(null)
  const check = useEngineCheck(presented.engine)
  const coarse = useCoarsePointer()
  const settled = useSettled(phase.kind)
  const article = useRef<HTMLElement>(null)
  const answered = phase.kind === 'answered'
  const answer = answered ? phase.answer : typed
  const outcome = answered ? phase.outcome : phase.unreadable
  const kind = inputKind(presented.input)
  const reveals = presented.input.kind === 'reveal'
  const numbers = presented.input.kind === 'numbers'
  const ready = kind.ready(typed, presented.input)
  const wanted = answered ? phase.outcome.suggested : null
  // With two buttons whatever was recalled is good.
  const suggested = wanted === null || current.choices.some((one) => one.grade === wanted) ? wanted : 'good'

  useEffect(() => {
    // A new card is read from its beginning; a field that takes the focus itself has done so already.
    if (!article.current?.contains(document.activeElement)) article.current?.focus({ preventScroll: true })
  }, [])

  const submit = () => {
    // Cells that are still empty are told apart by the marking: it costs nothing to ask.
    if (!answered && (ready || numbers)) session.answer(typed)
  }
  const grade = (chosen: Grade) => {
    if (answered) void session.grade(chosen, steps)
  }
  useShortcuts((key) => {
    if (answered) {
      const numbered = current.choices[Number(key) - 1]
      if (numbered !== undefined) grade(numbered.grade)
      else if (key === ' ' || key === 'Enter') grade(suggested ?? 'good')
      else return false
      return true
    }
    if (key !== ' ' && key !== 'Enter') return false
    submit()
    return true
  })
  const whenSettled = (act: () => void) => (event: MouseEvent) => {
    if (settled(event.detail)) act()
  }
  const keypad = numbers && coarse && !answered
  return (
    <KeypadDock value={dock}>
      <main className={styles.scroll}>
        <article
          ref={article}
          className={styles.card}
          // A long answer is scrolled by the arrow keys: what scrolls must be reachable by them.
          tabIndex={0}
          aria-label={t('card')}
          data-card={card.id}
          data-showing={current.eventId}
        >
          <p className={styles.heading}>{card.heading.join(' › ')}</p>
          <CardFace
            card={shown}
            presented={presented}
            language={language}
            answer={answer}
            steps={steps}
            onSteps={setSteps}
            outcome={outcome !== null && (answered || !isClosed(outcome.verdict)) ? outcome : null}
            check={check}
            autoFocus
            onChange={setTyped}
            onSubmit={submit}
            onGiveUp={reveals ? null : () => session.answer({ kind: 'reveal' })}
          />
        </article>
      </main>
      <footer className={styles.dock} ref={setDock}>
        {answered ? (
          <div className={styles.column}>
            <GradeBar
              choices={current.choices}
              suggested={suggested}
              onGrade={(chosen, event) => whenSettled(() => grade(chosen))(event)}
            />
          </div>
        ) : keypad ? null : (
          <div className={styles.column}>
            <AnswerButton
              label={reveals ? t('show') : t('check')}
              hint={reveals ? t('keys.spaceKey') : t('keys.enterKey')}
              disabled={!ready}
              onPress={whenSettled(submit)}
            />
          </div>
        )}
      </footer>
    </KeypadDock>
  )
}
