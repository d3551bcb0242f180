'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import { list, object, text } from '@/lib/core/decode'
import { ok } from '@/lib/core/result'
import { decodeOwnBank, type OwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { Notice } from '../../controls/notice'
import { useAsking } from '../../controls/use-asking'
import { PageHead } from '../../shell/page-head'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { BankExport } from '../exchange/bank-export'
import { PeoplePanel } from '../people/people-panel'
import { BankAboutForm } from './bank-about'
import { BankRefused } from './bank-refused'
import { BankRetire } from './bank-retire'
import { BankSharing } from './bank-sharing'
import styles from './banks.module.css'

interface ReadBank {
  readonly bank: OwnBank
  readonly files: readonly string[]
}

const decodeFiles = object({ files: list(object({ path: text(300) }), 1000) })
const decodeBank = (value: unknown) => {
  const bank = decodeOwnBank(value)
  if (!bank.ok) return bank
  const files = decodeFiles(value)
  return files.ok ? ok({ bank: bank.value, files: files.value.files.map(({ path }) => path) }) : files
}
const decodeNothing = object<object>({})

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly why: BankRefusal }
  | ({ readonly kind: 'read' } & ReadBank)

/** One bank: what it is, who may review it, and what can be done with it. */
export function BankPage({ id }: { readonly id: string }) {
  const t = useTranslations('teach')
  const router = useRouter()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const { place, asking, ask } = useAsking()
  const [refused, setRefused] = useState<BankRefusal | null>(null)
  const path = `/api/banks/${encodeURIComponent(id)}`
  const read = useCallback(async () => {
    const answer = await askBanks(path, decodeBank)
    setState(answer.ok ? { kind: 'read', ...answer.value } : { kind: 'refused', why: answer.error })
  }, [path])
  useEffect(() => void read(), [read])
  const remove = async () => {
    const answer = await askBanks(path, decodeNothing, { method: 'DELETE' })
    if (answer.ok) router.push('/teach')
    else setRefused(answer.error)
  }
  if (state.kind === 'loading') return <PageLoading text={t('loading')} />
  if (state.kind === 'refused')
    return (
      <PageRefused title={t('title')}>
        <BankRefused why={state.why} onRetry={() => void read()} />
      </PageRefused>
    )
  const { bank, files } = state
  const owns = bank.role === 'owner'
  const writes = bank.role !== 'viewer'
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href="/teach">{t('back')}</Link>
      </p>
      <PageHead
        title={bank.title}
        lead={[
          t(`state.${bank.state}`),
          bank.review === 'none' ? '' : t(`reviewed.${bank.review}`),
          t('cards', { count: bank.published?.cards ?? 0 }),
          bank.own ? '' : t(`people.role.${bank.role}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      />
      {bank.origin === null ? null : (
        <p className={styles.about}>
          {t('copy.from', { deck: bank.origin.deck })}{' '}
          {writes ? (
            <Link href={`/teach/${bank.id}/origin`} prefetch={false}>
              {t('copy.changes')}
            </Link>
          ) : null}
        </p>
      )}
      <p className={styles.buttons}>
        {writes ? (
          <ButtonLink href={`/teach/${bank.id}/edit`} weight="primary" large>
            {t('edit')}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/teach/${bank.id}/publish`} weight={writes ? 'secondary' : 'primary'} large>
          {t(writes ? (bank.published === null ? 'publish' : 'publishAgain') : 'look')}
        </ButtonLink>
      </p>
      <p className={styles.buttons}>
        {writes && bank.published !== null ? <ButtonLink href="/review">{t('shared.review')}</ButtonLink> : null}
        {owns ? <ButtonLink href={`/teach/import?bank=${bank.id}`}>{t('import')}</ButtonLink> : null}
        <ButtonLink href={`/teach/${bank.id}/history`}>{t('history')}</ButtonLink>
        {writes ? <ButtonLink href="/corrections">{t('corrections')}</ButtonLink> : null}
      </p>
      {writes ? <BankExport bank={bank} /> : null}
      {owns ? <BankSharing bank={bank} onChange={(next) => setState({ ...state, bank: next })} /> : null}
      {owns ? <BankRetire bank={bank} onDone={() => void read()} /> : null}
      <PeoplePanel bank={bank} />
      {writes ? (
        <details className={styles.details}>
          <summary>{t('aboutTitle')}</summary>
          <BankAboutForm bank={bank} onChange={(next) => setState({ ...state, bank: next })} />
        </details>
      ) : null}
      <details className={styles.details}>
        <summary>{t('files', { count: files.length })}</summary>
        {files.length === 0 ? <p className={styles.about}>{t('noFiles')}</p> : null}
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      </details>
      {refused ? <Notice tone="bad">{t(`refusals.${refused}`)}</Notice> : null}
      {!owns ? null : (
        <div ref={place}>
          {asking ? (
            <Notice tone="plain" title={t('deleteAsk', { title: bank.title })}>
              <p className={styles.buttons}>
                <Button onClick={() => void remove()}>{t('deleteYes')}</Button>
                <Button weight="quiet" onClick={() => ask(false)}>
                  {t('keep')}
                </Button>
              </p>
            </Notice>
          ) : (
            <p>
              <Button weight="quiet" onClick={() => ask(true)}>
                {t('delete')}
              </Button>
            </p>
          )}
        </div>
      )}
    </div>
  )
}
