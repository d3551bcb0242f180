'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import styles from './take.module.css'

const minuteMs = 60_000
/** Minutes at which the time left is said aloud. */
const warnings = [10, 5, 1]

interface TimeBarProps {
  readonly left: number
  /** What the attempt had in all when this page was opened, ms. */
  readonly whole: number
}

/** The time left as a thin bar with minutes. It can be hidden; the warnings are heard all the same and take no focus. */
export function TimeBar({ left, whole }: TimeBarProps) {
  const t = useTranslations('exam.take')
  const [hidden, setHidden] = useState(false)
  const [warning, setWarning] = useState('')
  const minutes = Math.ceil(left / minuteMs)
  const before = useRef(minutes)
  useEffect(() => {
    const crossed = warnings.find((mark) => before.current > mark && minutes <= mark)
    before.current = minutes
    if (crossed !== undefined) setWarning(t('warn', { minutes: crossed }))
  }, [minutes, t])
  const seconds = Math.ceil(left / 1000)
  const told = left < minuteMs ? t('seconds', { seconds }) : t('timeLeft', { minutes })
  return (
    <>
      <button
        type="button"
        className={styles.time}
        title={hidden ? t('showTime') : t('hideTime')}
        onClick={() => setHidden(!hidden)}
      >
        {hidden ? t('showTime') : told}
      </button>
      {hidden ? null : (
        <div className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, (100 * left) / Math.max(1, whole))}%` }} />
        </div>
      )}
      <p className="heard" aria-live="polite">
        {warning}
      </p>
    </>
  )
}
