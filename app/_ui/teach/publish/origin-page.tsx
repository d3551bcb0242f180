'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { Notice } from '@/app/_ui/controls/notice'
import { PageHead } from '@/app/_ui/shell/page-head'
import { PageLoading } from '@/app/_ui/shell/page-loading'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import { openEditorLink } from '@/lib/client/editor/editor-link'
import type { ShownChanges } from '@/lib/client/editor/shown-changes'
import { integer, object } from '@/lib/core/decode'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import { type BankOrigin, decodeBankOrigin } from '@/lib/sync/bank-origin'
import { ChangeList } from './change-list'
import styles from './changes.module.css'
import { NotCompared } from './not-compared'

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | { readonly kind: 'same'; readonly bank: OwnBank }
  | { readonly kind: 'newer'; readonly bank: OwnBank; readonly origin: BankOrigin; readonly changes: ShownChanges }

const none: ReadonlySet<string> = new Set()
const decodeRevision = object({ revision: integer(1, Number.MAX_SAFE_INTEGER) })

const compare = async (id: string, { before, after }: BankOrigin): Promise<ShownChanges> => {
  const link = openEditorLink()
  try {
    await link.ask('open', { id, ...after })
    return await link.ask('changes', { id, ...before })
  } finally {
    link.close()
  }
}

const read = async (id: string): Promise<State> => {
  const path = bankPath(id)
  const [bank, found] = await Promise.all([askBanks(path, decodeOwnBank), askBanks(`${path}/origin`, decodeBankOrigin)])
  if (!bank.ok) return { kind: 'refused', why: bank.error }
  if (!found.ok) return { kind: 'refused', why: found.error }
  const { origin } = found.value
  if (origin === null) return { kind: 'same', bank: bank.value }
  return compare(id, origin).then(
    (changes): State => ({ kind: 'newer', bank: bank.value, origin, changes }),
    (): State => ({ kind: 'failed' }),
  )
}

/** What changed in the deck that a bank is a copy of, and the way into the draft. */
export function OriginPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('publish')
  const refusals = useTranslations('teach.refusals')
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [outcome, setOutcome] = useState<'asked' | 'busy' | 'done' | BankRefusal>('asked')
  const again = useCallback(async () => setState(await read(id)), [id])
  useEffect(() => void again(), [again])
  if (state.kind === 'loading') return <PageLoading text={t('origin.loading')} />
  if (state.kind === 'refused' || state.kind === 'failed') {
    const why = state.kind === 'refused' ? state.why : null
    return <NotCompared title={t('origin.title')} why={why} onRetry={() => void again()} />
  }
  const { bank } = state
  const take = async (version: string) => {
    setOutcome('busy')
    const send = { method: 'POST', body: { base: bank.revision, version } } as const
    const answer = await askBanks(`${bankPath(id)}/origin`, decodeRevision, send)
    setOutcome(answer.ok ? 'done' : answer.error)
    if (answer.ok || answer.error === 'stale') await again()
  }
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href={`/teach/${id}`} prefetch={false}>
          {t('history.back', { title: bank.title })}
        </Link>
      </p>
      <PageHead
        title={t('origin.title')}
        lead={bank.origin === null ? t('origin.none') : t('origin.lead', { deck: bank.origin.deck })}
      />
      {outcome === 'done' ? (
        <Notice tone="good" title={t('origin.done')}>
          <p className={styles.buttons}>
            <ButtonLink href={`/teach/${id}/publish`} weight="primary">
              {t('origin.toPublish')}
            </ButtonLink>
            <ButtonLink href={`/teach/${id}/edit`}>{t('history.toEditor')}</ButtonLink>
          </p>
        </Notice>
      ) : outcome === 'asked' || outcome === 'busy' ? null : (
        <Notice tone="bad">{refusals(outcome)}</Notice>
      )}
      {state.kind === 'same' ? (
        outcome === 'done' || bank.origin === null ? null : (
          <p>{t('origin.same')}</p>
        )
      ) : (
        <>
          {state.origin.kept.length === 0 ? null : (
            <Notice tone="plain" title={t('origin.kept', { count: state.origin.kept.length })}>
              <ul className={styles.list}>
                {state.origin.kept.map((name) => (
                  <li key={name} className={styles.id}>
                    {name}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <ChangeList changes={state.changes} language={language} anew={none} onAnew={null} />
          <p>
            <Button weight="primary" large busy={outcome === 'busy'} onClick={() => void take(state.origin.version)}>
              {t('origin.take')}
            </Button>
          </p>
        </>
      )}
    </div>
  )
}
