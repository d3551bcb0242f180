'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { deviceClock } from '@/lib/client/clock'
import type { PaperSitting } from '@/lib/client/prepare/paper-sitting'
import review from '../../review/review-screen.module.css'
import styles from './paper.module.css'

/** Minutes before the end that are said aloud. */
const told = [5, 1]

/** Close, place and time over a hairline of what is left. The clock can be hidden; the last minutes are said all the same. */
export function PaperBar({
  title,
  paper,
  back,
  at,
  of,
  left,
  onOver,
}: {
  readonly title: string
  readonly paper: PaperSitting
  readonly back: string
  readonly at: number
  readonly of: number
  readonly left: (now: number) => number
  readonly onOver: () => void
}) {
  const t = useTranslations('prepare.paper')
  const [seconds, setSeconds] = useState(() => left(deviceClock.now()))
  const [hidden, setHidden] = useState(false)
  const latest = useRef({ onOver, left })
  useEffect(() => {
    latest.current = { onOver, left }
  })
  useEffect(() => {
    const tick = () => {
      const now = latest.current.left(deviceClock.now())
      setSeconds(now)
      if (now === 0) latest.current.onOver()
    }
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  const whole = Math.max(1, Math.round((paper.endsAt - paper.startedAt) / 1000))
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const minute = Math.ceil(seconds / 60)
  return (
    <header className={review.bar}>
      <h1 className="heard">{title}</h1>
      <div className={review.line}>
        <a className={review.icon} href={back} aria-label={t('close')}>
          ✕
        </a>
        <p className={review.counts}>{t('place', { at: at + 1, of })}</p>
        <button
          type="button"
          className={styles.clock}
          aria-label={hidden ? t('showClock') : t('hideClock', { clock })}
          onClick={() => setHidden(!hidden)}
        >
          {hidden ? t('clock') : clock}
        </button>
      </div>
      <div className={review.progress} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * seconds) / whole}%` }} />
      </div>
      <p className="heard" role="status">
        {told.includes(minute) ? t('minutesLeft', { minutes: minute }) : ''}
      </p>
    </header>
  )
}
