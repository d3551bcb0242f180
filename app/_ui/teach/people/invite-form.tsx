'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { decodeBankInvited } from '@/lib/sync/bank-desk'
import { type BankRole, bankRoles } from '@/lib/sync/bank-life'
import { Button } from '../../controls/button'
import { Field } from '../../controls/field'
import { Notice } from '../../controls/notice'
import styles from '../banks/banks.module.css'
import { RoleSelect } from './role-select'

/** Makes a link that lets one person in to a bank. */
export function InviteForm({ path, onMade }: { readonly path: string; readonly onMade: () => void }) {
  const t = useTranslations('teach')
  const [role, setRole] = useState<BankRole>('viewer')
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ readonly path: string; readonly sent: boolean } | null>(null)
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const body = { role, email: email.trim() }
    const answer = await askBanks(path, decodeBankInvited, { method: 'POST', body })
    setBusy(false)
    setMade(answer.ok ? answer.value : null)
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok) onMade()
  }
  return (
    <details className={styles.details}>
      <summary>{t('people.invite')}</summary>
      <form className={styles.aboutForm} onSubmit={(event) => void invite(event)}>
        <RoleSelect label={t('people.as')} roles={bankRoles} value={role} shown onChange={setRole} />
        <p className={styles.about}>{t(`people.may.${role}`)}</p>
        <Field
          label={t('people.email')}
          hint={t('people.emailHint')}
          type="email"
          value={email}
          maxLength={254}
          fault={refused === 'bad-email' ? t('refusals.bad-email') : null}
          onChange={(event) => setEmail(event.target.value)}
        />
        <p>
          <Button type="submit" busy={busy}>
            {t('people.make')}
          </Button>
        </p>
        {made === null ? null : (
          <Notice tone="good" title={t(made.sent ? 'people.sent' : 'people.made')}>
            <p className={styles.link}>{window.location.origin + made.path}</p>
          </Notice>
        )}
        {refused === null || refused === 'bad-email' ? null : <Notice tone="bad">{t(`refusals.${refused}`)}</Notice>}
      </form>
    </details>
  )
}
