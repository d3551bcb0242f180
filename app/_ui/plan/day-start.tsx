'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Row } from '../settings/row'
import settings from '../settings/settings.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

export function DayStart({ hour, onChange }: { readonly hour: number; readonly onChange: (hour: number) => void }) {
  const t = useTranslations('plan')
  const id = useId()
  return (
    <Row label={t('dayStart')} hint={t('dayStartHint')} htmlFor={id}>
      <select
        id={id}
        className={settings.select}
        value={hour}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {hours.map((one) => (
          <option key={one} value={one}>
            {t('hour', { hour: String(one) })}
          </option>
        ))}
      </select>
    </Row>
  )
}
