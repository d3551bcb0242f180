'use client'

import { useTranslations } from 'next-intl'
import { type Load, loads } from '@/lib/schedule/plan-change'
import { ChoiceRow } from '../controls/choice-row'

/** How much a day may ask. */
export function LoadChoice({
  legend,
  name,
  value,
  onChange,
}: {
  readonly legend: string
  readonly name: string
  readonly value: Load
  readonly onChange: (load: Load) => void
}) {
  const t = useTranslations('plan.load')
  return (
    <ChoiceRow
      legend={legend}
      name={name}
      value={value}
      options={loads.map((load) => ({ value: load, label: t(load) }))}
      onChange={onChange}
    />
  )
}
