'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import styles from './account-form.module.css'
import type { Refused } from './refusal'

/** What every account form shares: fields, one button that names what happens, and the refusal above it. */
export function AccountForm({
  submit,
  busyLabel,
  onSubmit,
  children,
}: {
  readonly submit: string
  readonly busyLabel: string
  readonly onSubmit: (read: (field: string) => string) => Promise<{ readonly ok: true } | Refused>
  readonly children: ReactNode
}) {
  const t = useTranslations('account.refusals')
  const [state, setState] = useState<'ready' | 'busy' | Refused>('ready')
  const busy = state === 'busy'
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setState('busy')
    const outcome = await onSubmit((field) => {
      const value = data.get(field)
      return typeof value === 'string' ? value : ''
    })
    setState(outcome.ok ? 'ready' : outcome)
  }
  return (
    <form className={styles.form} onSubmit={send} aria-busy={busy}>
      {children}
      {typeof state === 'object' && <Notice tone="bad">{t(state.words)}</Notice>}
      <Button type="submit" weight="primary" large busy={busy}>
        {busy ? busyLabel : submit}
      </Button>
    </form>
  )
}
