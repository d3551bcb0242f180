'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Desk } from '@/lib/client/notes/desk'
import { type ProposalFilter, ruleCounts } from './proposal-filter'
import styles from './proposal-filters.module.css'

/** Which proposals to look at. */
export function ProposalFilters({
  desk,
  filter,
  onChange,
}: {
  readonly desk: Desk
  readonly filter: ProposalFilter
  readonly onChange: (filter: ProposalFilter) => void
}) {
  const t = useTranslations('teach.notes')
  const rules = ruleCounts(desk.cards).map(([rule, count]) => ({
    value: rule,
    label: `${t.has(`rule.${rule}`) ? t(`rule.${rule}`) : rule} (${count})`,
  }))
  const changes = desk.changes
  return (
    <div className={styles.filters}>
      <Select
        label={t('filter.rule')}
        value={filter.rule}
        options={[{ value: 'all', label: t('filter.all') }, ...rules]}
        onChange={(rule) => onChange({ ...filter, rule })}
      />
      <Select
        label={t('filter.confidence')}
        value={filter.confidence}
        options={(['all', 'high', 'low'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={(confidence) => onChange({ ...filter, confidence })}
      />
      <Select
        label={t('filter.claim')}
        value={filter.claim}
        options={[
          { value: 'all' as const, label: t('filter.all') },
          { value: 'checked' as const, label: t('claim.checked') },
          { value: 'not checked' as const, label: t('claim.unchecked') },
          { value: 'erratum' as const, label: t('claim.erratum') },
        ]}
        onChange={(claim) => onChange({ ...filter, claim })}
      />
      <Select
        label={t('filter.decided')}
        value={filter.decided}
        options={[
          { value: 'all' as const, label: t('filter.all') },
          ...(['open', 'accepted', 'dropped'] as const).map((value) => ({ value, label: t(`decided.${value}`) })),
        ]}
        onChange={(decided) => onChange({ ...filter, decided })}
      />
      {changes === null ? null : (
        <Select
          label={t('filter.change')}
          value={filter.change}
          options={[
            { value: 'all' as const, label: t('filter.all') },
            ...(['added', 'changed', 'moved'] as const).map((value) => ({
              value,
              label: `${t(`change.${value}`)} (${changes[value].length})`,
            })),
          ]}
          onChange={(change) => onChange({ ...filter, change })}
        />
      )}
    </div>
  )
}

function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}) {
  const id = useId()
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const wanted = options.find((option) => option.value === event.target.value)
          if (wanted) onChange(wanted.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
