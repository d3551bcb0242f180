'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank, decodeOwnBanks, type OwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { Field } from '../../controls/field'
import { NameLink } from '../../controls/name-link'
import { BankRefused } from './bank-refused'
import styles from './banks.module.css'
import { CopyDecks } from './copy-decks'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | { readonly kind: 'read'; readonly banks: readonly OwnBank[] }

/** One's own banks, and the two ways to a new one. */
export function BankList({ language }: { readonly language: Language }) {
  const t = useTranslations('teach')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const read = useCallback(async () => {
    const answer = await askBanks('/api/banks', decodeOwnBanks)
    setState(answer.ok ? { kind: 'read', banks: answer.value.banks } : { kind: 'refused', why: answer.error })
  }, [])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <p role="status">{t('loading')}</p>
  if (state.kind === 'refused') return <BankRefused why={state.why} onRetry={() => void read()} />
  return (
    <div className={styles.stack}>
      {state.banks.length === 0 ? (
        <section className={styles.empty}>
          <h2>{t('emptyTitle')}</h2>
          <p>{t('empty')}</p>
        </section>
      ) : (
        <ul className={styles.list}>
          {state.banks.map((bank) => (
            <BankLine key={bank.id} bank={bank} />
          ))}
        </ul>
      )}
      <p className={styles.buttons}>
        <ButtonLink href="/teach/import" weight="primary" large>
          {t('import')}
        </ButtonLink>
        <ButtonLink href="/import" large>
          {t('importFile')}
        </ButtonLink>
      </p>
      <NewBank language={language} />
      <CopyDecks own={state.banks.map(({ id }) => id)} language={language} />
    </div>
  )
}

function BankLine({ bank }: { readonly bank: OwnBank }) {
  const t = useTranslations('teach')
  const format = useFormatter()
  return (
    <li className={styles.item}>
      <NameLink href={`/teach/${bank.id}`}>{bank.title}</NameLink>
      <p className={styles.about}>
        {[
          t(`state.${bank.state}`),
          t('cards', { count: bank.published?.cards ?? 0 }),
          bank.own ? t(`audience.${bank.audience}`) : t(`people.role.${bank.role}`),
          t('changed', { date: format.dateTime(new Date(bank.changedAt), { dateStyle: 'medium' }) }),
        ].join(' · ')}
      </p>
      {bank.review === 'none' ? null : (
        <p>
          <Link href={`/teach/${bank.id}/publish`} prefetch={false} className={styles.review}>
            {t(`reviewed.${bank.review}`)}
          </Link>
        </p>
      )}
    </li>
  )
}

function NewBank({ language }: { readonly language: Language }) {
  const t = useTranslations('teach')
  const router = useRouter()
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    setBusy(true)
    const body = { title: title.trim(), languages: [language], author: '', licence: '', source: '' }
    const answer = await askBanks('/api/banks', decodeOwnBank, { method: 'POST', body })
    if (answer.ok) return router.push(`/teach/${answer.value.id}/edit`)
    setBusy(false)
    setRefused(answer.error)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void make(event)}>
      <Field
        label={t('bankTitle')}
        value={title}
        maxLength={200}
        fault={refused === null ? null : t(`refusals.${refused}`)}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" busy={busy} disabled={title.trim() === ''}>
        {busy ? t('creating') : t('create')}
      </Button>
    </form>
  )
}
