'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Row } from './row'
import styles from './settings.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** An hour of the day, or off. */
export function HourSetting({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: number | null
  readonly onChange: (hour: number | null) => void
}) {
  const t = useTranslations('settings')
  const id = useId()
  return (
    <Row label={label} hint={hint} htmlFor={id}>
      <select
        id={id}
        className={styles.select}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('off')}</option>
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {t('clock', { hour: String(hour) })}
          </option>
        ))}
      </select>
    </Row>
  )
}
