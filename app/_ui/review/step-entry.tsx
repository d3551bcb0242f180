'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { AsideButton } from '@/app/_ui/controls/aside-button'
import { KeypadDock } from '@/app/_ui/inputs/keypad-dock'
import { emptyAnswer, inputKind } from '@/app/_ui/inputs/list'
import { useAfterTap } from '@/app/_ui/inputs/use-after-tap'
import { workingsNamed } from '@/lib/cards/workings'
import type { StepsMarked } from '@/lib/cards/workings-type'
import type { Answer, Input } from '@/lib/view/input'
import type { Verdict } from '@/lib/view/verdict'
import type { ShownCard } from './shown-card'
import styles from './step-entry.module.css'
import { WrongStep } from './wrong-step'

export interface StepEntryProps {
  readonly card: ShownCard
  /** As typed so far; null before the first cell. */
  readonly steps: Answer | null
  readonly onSteps: (steps: Answer) => void
  /** The answer they lead to; null while the question is open, when nothing is marked. */
  readonly answer: Answer | null
  /** Enter in the last cell, and the keypad's check, before the answer. */
  readonly onSubmit: () => void
  /** What was found, for the graph and the list of steps; null while nothing is marked. */
  readonly onMarked: (marked: StepsMarked | null) => void
  readonly onInside: (inside: boolean) => void
}

/** Once marked, only what was entered is shown. */
const entered = (input: Input, { cells }: Verdict & { kind: 'marked' }): Input =>
  input.kind === 'numbers'
    ? { ...input, asks: input.asks.filter(({ name }) => cells.some(({ part }) => part === name)) }
    : input

/** Fields for the steps between the givens and the answer, and after the answer the first of them that went wrong. */
export function StepEntry({ card, steps, onSteps, answer, onSubmit, onMarked, onInside }: StepEntryProps) {
  const t = useTranslations('compute.entry')
  const words = useTranslations()
  const dock = useContext(KeypadDock)
  const workings = workingsNamed(card.type)
  const input = useMemo<Input>(
    () => ({ kind: 'numbers', asks: workings?.steps(card.content, card.occasion) ?? [] }),
    [workings, card],
  )
  const kind = inputKind(input)
  const typed = steps ?? emptyAnswer(input)
  const [inside, setInside] = useState(false)
  const mark = (): StepsMarked | null =>
    workings === null || answer === null || !kind.ready(typed, input)
      ? null
      : workings.markSteps(card.content, card.occasion, answer, typed)
  // What was entered before the answer is marked with it.
  const [marked, setMarked] = useState(mark)
  const check = () => {
    if (answer === null) return onSubmit()
    setMarked(mark())
  }
  useEffect(() => onMarked(marked), [marked, onMarked])
  const section = useRef<HTMLElement>(null)
  const asked = useRef(steps === null)
  useEffect(() => {
    // Fields the learner asked for come into sight, above the keypad.
    if (asked.current) section.current?.querySelector('input')?.scrollIntoView({ block: 'center' })
    asked.current = false
  }, [])
  const { later, never } = useAfterTap()
  const be = (now: boolean) => {
    setInside(now)
    onInside(now)
  }
  const enter = () => {
    never()
    be(true)
  }
  const leave = (event: FocusEvent) => {
    // From one cell to the next is no leaving.
    if (!event.currentTarget.contains(event.relatedTarget)) later(() => be(false))
  }
  if (input.kind === 'numbers' && input.asks.length === 0) return <p className={styles.hint}>{t('none')}</p>
  const verdict = marked?.verdict ?? null
  const closed = verdict?.kind === 'marked'
  return (
    <section
      ref={section}
      data-marked={closed}
      className={styles.entry}
      aria-label={t('title')}
      onFocus={enter}
      onBlur={leave}
    >
      {closed && marked !== null ? <WrongStep marked={marked} /> : null}
      <h3 className={styles.title}>{t('title')}</h3>
      {closed ? null : <p className={styles.hint}>{t(answer === null ? 'hintBefore' : 'hint')}</p>}
      {verdict?.kind === 'unreadable' ? (
        <p className={styles.unreadable} role="alert">
          {words(verdict.message.key, { ...verdict.message.values })}
        </p>
      ) : null}
      <KeypadDock value={inside ? dock : null}>
        <div className={styles.fields}>
          {kind.render({
            input: closed ? entered(input, verdict) : input,
            answer: typed,
            onChange: onSteps,
            onSubmit: check,
            verdict,
            language: card.occasion.language,
            autoFocus: steps === null,
          })}
        </div>
      </KeypadDock>
      {answer === null ? null : closed ? (
        <AsideButton onClick={() => setMarked(null)}>{t('change')}</AsideButton>
      ) : (
        <button type="button" className={styles.check} disabled={!kind.ready(typed, input)} onClick={check}>
          {t('check')}
        </button>
      )}
    </section>
  )
}
