'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { BankRole } from '@/lib/sync/bank-life'
import styles from '../banks/banks.module.css'

/** A role in a bank, chosen from those there are. */
export function RoleSelect({
  label,
  roles,
  value,
  shown = false,
  onChange,
}: {
  readonly label: string
  readonly roles: readonly BankRole[]
  readonly value: BankRole
  /** Whether the label is seen, too, and not only heard. */
  readonly shown?: boolean
  readonly onChange: (role: BankRole) => void
}) {
  const t = useTranslations('teach.people.role')
  const id = useId()
  return (
    <div className={styles.role}>
      <label className={shown ? undefined : 'heard'} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const role = roles.find((one) => one === event.target.value)
          if (role) onChange(role)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(role)}
          </option>
        ))}
      </select>
    </div>
  )
}
