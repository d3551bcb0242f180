'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { leastRetention, mostRetention } from '@/lib/schedule/terms'
import { Row } from '../settings/row'
import styles from './plan.module.css'

/** The recall that is wanted, in whole percent; kept when the slider is let go. */
export function RetentionSetting({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (retention: number) => void
}) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const id = useId()
  const [held, setHeld] = useState<number | null>(null)
  const shown = held ?? Math.round(value * 100)
  const commit = () => {
    if (held !== null && held !== Math.round(value * 100)) onChange(held / 100)
    setHeld(null)
  }
  return (
    <Row label={t('retention')} hint={t('retentionHint')} htmlFor={id}>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={leastRetention * 100}
        max={mostRetention * 100}
        step={1}
        value={shown}
        aria-valuetext={format.number(shown / 100, { style: 'percent' })}
        onChange={(event) => setHeld(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <output htmlFor={id} className={styles.percent}>
        {format.number(shown / 100, { style: 'percent' })}
      </output>
    </Row>
  )
}
