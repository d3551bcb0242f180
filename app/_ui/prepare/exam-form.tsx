'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { newEventId } from '@/lib/client/device'
import type { Learner } from '@/lib/client/learner'
import { cardsInScope } from '@/lib/client/prepare/scope-cards'
import { type ExamGoal, type ExamScope, mostTitle, type PlannedExam } from '@/lib/schedule/exam-goal'
import type { Library } from '@/lib/search/library'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import { Notice } from '../controls/notice'
import { markLearner } from '../home/learner-mark'
import { beGuest } from '../learner/be-guest'
import { examPage, listPage } from './addresses'
import { DayStep } from './day-step'
import styles from './exam.module.css'
import { MinutesStep } from './minutes-step'
import { ScopeStep } from './scope-step'

const steps = ['what', 'when', 'minutes'] as const
const usualDays = 14
const usualMinutes = 20

const firstScope = (library: Library, wanted: string): ExamScope => {
  const held = library.cards.filter(({ card }) => card !== null)
  const first = held.find(({ deck }) => deck === wanted) ?? held[0]
  return first === undefined ? { kind: 'search', text: '' } : { kind: 'deck', deck: first.deck }
}

/** An exam in three short steps: what it is about, when it is, and how many minutes a day there are. */
export function ExamForm({
  library,
  learner,
  known,
  deck,
}: {
  readonly library: Library
  readonly learner: Learner
  /** The exam to be changed; null for another. */
  readonly known: PlannedExam | null
  /** The deck to begin with; the first where it is none. */
  readonly deck: string
}) {
  const t = useTranslations('prepare.form')
  const { today } = library.ground
  const [goal, setGoal] = useState<ExamGoal>(
    () =>
      known ?? {
        title: '',
        scope: firstScope(library, deck),
        day: today + usualDays,
        from: today,
        minutes: usualMinutes,
      },
  )
  const [at, setAt] = useState(0)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState<string | null>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const step = steps[at] ?? 'what'
  const cards = useMemo(() => cardsInScope(library, goal.scope), [library, goal.scope])
  const begun = cards.filter(({ state }) => state.memory.kind !== 'new').length
  const whole = step === 'what' ? cards.length > 0 : step === 'when' ? goal.day > today : true
  const go = (to: number) => {
    setAt(to)
    head.current?.focus()
  }
  const keep = async () => {
    setBusy(true)
    const id = known?.id ?? newEventId(Date.now())
    const deckTitle = cards[0]?.deckTitle ?? ''
    const title = goal.title.trim() === '' ? deckTitle.slice(0, mostTitle) : goal.title.trim()
    const { scope, day, from, minutes } = goal
    const problem = await learner.changePlan({ about: 'exam', id, goal: { title, scope, day, from, minutes } })
    if (problem !== null) {
      setBusy(false)
      return setFailed(true)
    }
    markLearner()
    beGuest(learner).catch(() => {})
    setKept(id)
  }
  useEffect(() => {
    // Its page is there once the plan has been read again.
    if (kept !== null && library.plan.exams.some(({ id }) => id === kept)) globalThis.location.assign(examPage(kept))
  }, [library, kept])
  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault()
        if (!whole) return
        if (at < steps.length - 1) go(at + 1)
        else void keep()
      }}
    >
      <p className={styles.quiet}>{t('step', { step: at + 1, of: steps.length })}</p>
      <h1 ref={head} tabIndex={-1} className={styles.title}>
        {t(`${step}.title`)}
      </h1>
      {step === 'what' && (
        <>
          <ScopeStep library={library} scope={goal.scope} onChange={(scope) => setGoal({ ...goal, scope })} />
          <p className={styles.told} role="status">
            {t('found', { cards: cards.length, begun })}
          </p>
          <Field
            label={t('name')}
            hint={t('nameHint')}
            value={goal.title}
            maxLength={mostTitle}
            onChange={(event) => setGoal({ ...goal, title: event.target.value })}
          />
        </>
      )}
      {step === 'when' && <DayStep day={goal.day} today={today} onChange={(day) => setGoal({ ...goal, day })} />}
      {step === 'minutes' && (
        <MinutesStep library={library} goal={goal} onChange={(minutes) => setGoal({ ...goal, minutes })} />
      )}
      {failed && <Notice tone="bad">{t('notKept')}</Notice>}
      <div className={styles.actions}>
        {at > 0 && <Button onClick={() => go(at - 1)}>{t('back')}</Button>}
        <Button type="submit" weight="primary" large disabled={!whole} busy={busy}>
          {at < steps.length - 1 ? t('next') : t(known === null ? 'make' : 'change')}
        </Button>
      </div>
      <p>
        <a className={styles.way} href={known === null ? listPage : examPage(known.id)}>
          {t('cancel')}
        </a>
      </p>
    </form>
  )
}
