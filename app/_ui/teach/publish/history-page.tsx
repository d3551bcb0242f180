'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import { PageHead } from '@/app/_ui/shell/page-head'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { integer, object } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import type { BankVersionLine } from '@/lib/sync/bank-version'
import { BankRefused } from '../banks/bank-refused'
import styles from './changes.module.css'
import { readVersions } from './published-source'
import { VersionChanges } from './version-changes'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | { readonly kind: 'read'; readonly bank: OwnBank; readonly versions: readonly BankVersionLine[] }

const decodeRevision = object({ revision: integer(1, Number.MAX_SAFE_INTEGER) })

/** Every publication of a bank: when, what it changed, and the way back into the draft. */
export function HistoryPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('publish.history')
  const refusals = useTranslations('teach.refusals')
  const format = useFormatter()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [open, setOpen] = useState<number | null>(null)
  const [asking, setAsking] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<{ readonly number: number } | BankRefusal | null>(null)
  const path = `/api/banks/${encodeURIComponent(id)}`
  const read = useCallback(async () => {
    const [bank, versions] = await Promise.all([askBanks(path, decodeOwnBank), readVersions(id)])
    if (!bank.ok) return setState({ kind: 'refused', why: bank.error })
    if (!versions.ok) return setState({ kind: 'refused', why: versions.error })
    setState({ kind: 'read', bank: bank.value, versions: versions.value })
  }, [id, path])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <p role="status">{t('loading')}</p>
  if (state.kind === 'refused') return <BankRefused why={state.why} onRetry={() => void read()} />
  const { bank, versions } = state
  const restore = async (number: number) => {
    setAsking(null)
    const send = { method: 'POST', body: { base: bank.revision } } as const
    const answer = await askBanks(`${path}/versions/${number}`, decodeRevision, send)
    setOutcome(answer.ok ? { number } : answer.error)
    await read()
  }
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href={`/teach/${id}`} prefetch={false}>
          {t('back', { title: bank.title })}
        </Link>
      </p>
      <PageHead title={t('title')} lead={t('lead')} />
      {outcome === null ? null : typeof outcome === 'string' ? (
        <Notice tone="bad">{refusals(outcome)}</Notice>
      ) : (
        <Notice tone="good">
          {t('restored', { number: outcome.number })} <Link href={`/teach/${id}/edit`}>{t('toEditor')}</Link>
        </Notice>
      )}
      {versions.length === 0 ? <p>{t('empty')}</p> : null}
      <ol className={styles.list} reversed>
        {versions.map(({ number, at, cards, note, startedAnew, version }) => (
          <li key={number} className={styles.item}>
            <h2 className={styles.heading}>
              {t('number', { number })}
              {bank.published?.version === version ? ` · ${t('current')}` : ''}
            </h2>
            <p className={styles.about}>
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })} ·{' '}
              {t('cards', { count: cards })}
              {startedAnew === 0 ? '' : ` · ${t('startedAnew', { count: startedAnew })}`}
            </p>
            {note === '' ? null : <p>{note}</p>}
            <p className={styles.buttons}>
              <Button aria-expanded={open === number} onClick={() => setOpen(open === number ? null : number)}>
                {t(open === number ? 'hide' : 'show')}
              </Button>
              <Button weight="quiet" onClick={() => setAsking(number)}>
                {t('restore')}
              </Button>
            </p>
            {asking === number ? (
              <Notice tone="plain" title={t('restoreAsk')}>
                <p className={styles.buttons}>
                  <Button onClick={() => void restore(number)}>{t('restoreYes')}</Button>
                  <Button weight="quiet" onClick={() => setAsking(null)}>
                    {t('restoreNo')}
                  </Button>
                </p>
              </Notice>
            ) : null}
            {open === number ? <VersionChanges bank={id} number={number} language={language} /> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
