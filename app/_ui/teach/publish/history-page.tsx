'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Notice } from '@/app/_ui/controls/notice'
import { PageHead } from '@/app/_ui/shell/page-head'
import { PageLoading } from '@/app/_ui/shell/page-loading'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { integer, object } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import type { BankStep } from '@/lib/sync/bank-desk'
import type { BankVersionLine } from '@/lib/sync/bank-version'
import styles from './changes.module.css'
import { NotCompared } from './not-compared'
import { readDesk, readVersions } from './published-source'
import { StepWords } from './step-words'
import { VersionItem } from './version-item'

interface History {
  readonly bank: OwnBank
  readonly versions: readonly BankVersionLine[]
  readonly steps: readonly BankStep[]
}

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | ({ readonly kind: 'read' } & History)

/** What happened to a bank, in the order of time: a publication says its own step. */
type Entry = { readonly at: number } & ({ readonly version: BankVersionLine } | { readonly step: BankStep })

const entriesOf = ({ versions, steps }: History): readonly Entry[] =>
  [
    ...versions.map((version) => ({ at: version.at, version })),
    ...steps.filter(({ kind }) => kind !== 'published').map((step) => ({ at: step.at, step })),
  ].sort((a, b) => b.at - a.at)

const decodeRevision = object({ revision: integer(1, Number.MAX_SAFE_INTEGER) })

/** Every publication of a bank and every step between them: when, who, why, what it changed, and the way back into the draft. */
export function HistoryPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('publish.history')
  const refusals = useTranslations('teach.refusals')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [outcome, setOutcome] = useState<{ readonly number: number } | BankRefusal | null>(null)
  const path = bankPath(id)
  const read = useCallback(async () => {
    const [bank, versions, desk] = await Promise.all([askBanks(path, decodeOwnBank), readVersions(id), readDesk(id)])
    if (!bank.ok) return setState({ kind: 'refused', why: bank.error })
    if (!versions.ok) return setState({ kind: 'refused', why: versions.error })
    if (!desk.ok) return setState({ kind: 'refused', why: desk.error })
    setState({ kind: 'read', bank: bank.value, versions: versions.value, steps: desk.value.steps })
  }, [id, path])
  useEffect(() => void read(), [read])
  if (state.kind === 'loading') return <PageLoading text={t('loading')} />
  if (state.kind === 'refused') return <NotCompared title={t('title')} why={state.why} onRetry={() => void read()} />
  const { bank, steps } = state
  const entries = entriesOf(state)
  const restore = async (number: number) => {
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
      {entries.length === 0 ? <p>{t('empty')}</p> : null}
      <ol className={styles.list}>
        {entries.map((entry) =>
          'version' in entry ? (
            <VersionItem
              key={`publication ${entry.version.number}`}
              bank={id}
              version={entry.version}
              steps={steps}
              current={bank.published?.version === entry.version.version}
              language={language}
              onRestore={bank.role === 'viewer' ? null : () => void restore(entry.version.number)}
            />
          ) : (
            <li key={`${entry.step.kind} ${entry.at}`} className={styles.step}>
              <StepWords step={entry.step} />
            </li>
          ),
        )}
      </ol>
    </div>
  )
}
