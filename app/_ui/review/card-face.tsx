'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { Blocks } from '@/app/_ui/blocks/blocks'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { AnswerPane } from '@/app/_ui/inputs/answer-pane'
import { isClosed } from '@/app/_ui/inputs/input-kind'
import { KeypadDock } from '@/app/_ui/inputs/keypad-dock'
import { inputKind } from '@/app/_ui/inputs/list'
import type { Outcome, Presented } from '@/lib/cards/card-type'
import type { Language } from '@/lib/core/language'
import type { Answer } from '@/lib/view/input'
import styles from './card-face.module.css'
import { EngineLine } from './engine-line'
import { OpenSteps } from './open-steps'
import type { ShownCard } from './shown-card'
import type { EngineCheck } from './use-engine-check'
import { VerdictPanel } from './verdict-panel'

interface CardFaceProps {
  readonly card: ShownCard
  readonly presented: Presented
  readonly language: Language
  readonly answer: Answer
  /** What was typed of the steps in between; null before the first cell. */
  readonly steps: Answer | null
  readonly onSteps: (steps: Answer) => void
  /** Null while the question is open; `unreadable` keeps it open. */
  readonly outcome: Outcome | null
  readonly check: EngineCheck
  readonly autoFocus: boolean
  readonly onChange: (answer: Answer) => void
  readonly onSubmit: () => void
  /** Null where nobody can give up, or once the answer is open. */
  readonly onGiveUp: (() => void) | null
  readonly children?: ReactNode
}

// Before the answer nothing is marked.
const ignore = () => {}

/** A card as it is read: the question, the control that takes the answer, and below them what follows it. */
export function CardFace(props: CardFaceProps) {
  const { presented, language, answer, steps, onSteps, outcome, check } = props
  const t = useTranslations('review')
  const words = useTranslations()
  const verdict = outcome?.verdict ?? null
  const closed = isClosed(verdict)
  const below = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(closed)
  if (opened !== closed) setOpened(closed)
  useEffect(() => {
    if (!opened) return
    // Away from the field, so that single keys grade; a screen reader goes on with the verdict.
    below.current?.focus({ preventScroll: true })
    // The question stays where it is wherever the first line of the verdict can be seen without moving it.
    below.current?.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const kind = inputKind(presented.input)
  const dock = useContext(KeypadDock)
  // One keypad: while a step is being typed, the answer's gives way.
  const [inSteps, setInSteps] = useState(false)
  return (
    <div className={styles.face}>
      <div className={styles.question}>
        <Blocks blocks={presented.question} lang={language} />
      </div>
      <AnswerPane>
        <KeypadDock value={inSteps ? null : dock}>
          {kind.render({
            input: presented.input,
            answer,
            onChange: props.onChange,
            onSubmit: props.onSubmit,
            verdict,
            language,
            autoFocus: props.autoFocus,
          })}
        </KeypadDock>
        {verdict?.kind === 'unreadable' ? (
          <p className={styles.unreadable} role="alert">
            {words(verdict.message.key, { ...verdict.message.values })} {t('unreadableIsFree')}
          </p>
        ) : null}
      </AnswerPane>
      {closed || presented.stepwise !== true ? null : (
        <OpenSteps
          card={props.card}
          steps={steps}
          onSteps={onSteps}
          answer={null}
          onSubmit={props.onSubmit}
          onMarked={ignore}
          onInside={setInSteps}
        />
      )}
      {closed ? null : <EngineLine check={check} marked={false} />}
      {closed || props.onGiveUp === null ? null : <AsideButton onClick={props.onGiveUp}>{t('giveUp')}</AsideButton>}
      {outcome !== null && closed ? (
        <div ref={below} className={styles.below} tabIndex={-1}>
          <VerdictPanel
            outcome={outcome}
            language={language}
            check={check}
            card={props.card}
            answer={answer}
            steps={presented.stepwise === true ? { typed: steps, onChange: onSteps } : null}
          />
          {props.children}
        </div>
      ) : null}
    </div>
  )
}
