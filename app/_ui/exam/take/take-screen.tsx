'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Sitting } from '@/lib/client/exam/sitting-state'
import type { Language } from '@/lib/core/language'
import { Button } from '../../controls/button'
import { KeypadDock } from '../../inputs/keypad-dock'
import { KeypadPurpose } from '../../inputs/keypad-purpose'
import { Asking } from './asking'
import { Done } from './done'
import { QuestionList } from './question-list'
import { QuestionView } from './question-view'
import { QuestionWays } from './question-ways'
import { SavedWord } from './saved-word'
import styles from './take.module.css'
import { TimeBar } from './time-bar'
import { useTimeLeft } from './use-time-left'

const minuteMs = 60_000
/** After so long the end of a break is asked for again. */
const againMs = 5000

interface TakeScreenProps {
  readonly sitting: Sitting
  readonly exam: string
  readonly language: Language
}

/** Where what was typed is and how long there is; the question; the keypad and the ways on at the thumb. */
export function TakeScreen({ sitting, exam, language }: TakeScreenProps) {
  const t = useTranslations('exam.take')
  const state = useSyncExternalStore(sitting.subscribe, sitting.getSnapshot, sitting.getSnapshot)
  const { left, pauseLeft } = useTimeLeft(sitting, state)
  const pauseOver = state.pause !== null && pauseLeft === 0
  const [whole] = useState(left)
  const [at, setAt] = useState(() => state.slots.find(({ question }) => question !== undefined)?.slot ?? 0)
  const [asked, setAsked] = useState<'list' | 'hand-in' | 'lock' | null>(null)
  const [dock, setDock] = useState<HTMLElement | null>(null)
  const open = state.slots.filter(({ question }) => question !== undefined)
  const current = open.find(({ slot }) => slot === at) ?? open[0]
  const place = current === undefined ? -1 : open.indexOf(current)
  const last = place === open.length - 1 && state.nextPlace === null
  const over = left === 0 && !state.onBreak
  const handed = useRef(false)

  useEffect(() => {
    // At the bell everything goes out by itself: what the server has within the grace counts.
    if (!over || handed.current || state.finished) return
    handed.current = true
    void sitting.handIn()
  }, [over, sitting, state.finished])
  useEffect(() => {
    // A break that has used up what is allowed is over by itself; the paper comes back as soon as the server can say so.
    if (!pauseOver) return
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      await sitting.refresh()
      if (!left) timer = setTimeout(() => void ask(), againMs)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [pauseOver, sitting])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void sitting.flush()
      else void sitting.refresh()
    }
    const online = () => void sitting.flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('online', online)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('online', online)
    }
  }, [sitting])

  if (state.finished || state.handingIn)
    return <Done state={state} exam={exam} timeUp={over} onRetry={() => void sitting.handIn()} />
  const go = (to: number) => {
    const next = open[to]
    if (next !== undefined) setAt(next.slot)
    else if (to >= open.length) setAsked(state.nextPlace === null ? 'hand-in' : 'lock')
  }
  return (
    <KeypadPurpose value="next">
      <KeypadDock value={dock}>
        <div className={styles.screen}>
          <header className={styles.head}>
            <h1 className="heard">{state.title}</h1>
            <div className={styles.line}>
              <SavedWord saved={state.saved} />
              {state.live === null ? null : (
                <p className={styles.live}>{t('live', { points: state.live.points, of: state.live.of })}</p>
              )}
              <TimeBar left={left} whole={whole} />
            </div>
            {state.signedOut ? (
              <p className={styles.problem} role="alert">
                {t('signedOut')}{' '}
                <a href="/sign-in" target="_blank" rel="noreferrer">
                  {t('signedOutGo')}
                </a>
              </p>
            ) : null}
            {state.failed === null ? null : (
              <p className={styles.problem} role="alert">
                {t(`${state.failed}Failed`)}
              </p>
            )}
          </header>
          <main className={styles.scroll}>
            {pauseOver ? (
              <p className={styles.pause} role="status">
                {t('breakOver')}
              </p>
            ) : state.onBreak ? (
              <div className={styles.pause}>
                <p role="status">{t('onBreak')}</p>
                <p>{t('breakLeft', { minutes: Math.ceil(pauseLeft / minuteMs) })}</p>
                <p>
                  <Button weight="primary" large onClick={() => void sitting.takeBreak(false)}>
                    {t('resume')}
                  </Button>
                </p>
              </div>
            ) : current?.question === undefined ? null : (
              <QuestionView
                key={current.slot}
                sitting={sitting}
                slot={current}
                question={current.question}
                number={state.slots.indexOf(current) + 1}
                of={state.slots.length}
                answer={state.answers.get(current.slot)}
                language={language}
                onNext={() => go(place + 1)}
              />
            )}
            <div className={styles.foot}>
              {state.breakLeftMs > 0 && !state.onBreak ? (
                <Button weight="quiet" onClick={() => void sitting.takeBreak(true)}>
                  {t('break')} · {t('breakLeft', { minutes: Math.ceil(state.breakLeftMs / minuteMs) })}
                </Button>
              ) : null}
              {state.onBreak ? null : (
                <Button weight={last ? 'secondary' : 'quiet'} onClick={() => setAsked('hand-in')}>
                  {t('handIn')}
                </Button>
              )}
            </div>
          </main>
          <footer className={styles.dock}>
            {state.onBreak ? null : (
              <QuestionWays
                sitting={sitting}
                state={state}
                current={current}
                place={place}
                onGo={go}
                onList={() => setAsked('list')}
              />
            )}
            <div ref={setDock} />
          </footer>
        </div>
      </KeypadDock>
      {asked === 'list' ? (
        <QuestionList
          state={state}
          current={current?.slot ?? -1}
          onChoose={(slot) => {
            setAt(slot)
            setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'hand-in' || asked === 'lock' ? (
        <Asking
          state={state}
          what={asked}
          onClose={() => setAsked(null)}
          onYes={() => {
            setAsked(null)
            void (asked === 'lock' ? sitting.passLockPoint() : sitting.handIn())
          }}
          onLock={() => setAsked('lock')}
        />
      ) : null}
    </KeypadPurpose>
  )
}
