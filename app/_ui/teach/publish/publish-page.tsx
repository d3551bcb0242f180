'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { Notice } from '@/app/_ui/controls/notice'
import { PageHead } from '@/app/_ui/shell/page-head'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import type { Language } from '@/lib/core/language'
import { type BankPublication, decodeBankPublication } from '@/lib/sync/bank-publication'
import { BankRefused } from '../banks/bank-refused'
import { Faults } from '../editor/checks-pane'
import { ChangeList } from './change-list'
import styles from './changes.module.css'
import { GateProgress } from './gate-progress'
import { type ReadChanges, useChanges } from './use-changes'

/** What publishing would change, before it is done. */
export function PublishPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('publish')
  const { state, again } = useChanges(id)
  const [stale, setStale] = useState(false)
  const [done, setDone] = useState<Extract<BankPublication, { kind: 'published' }> | null>(null)
  if (done !== null) return <Done id={id} publication={done} />
  if (state.kind === 'loading') return <p role="status">{t('loading')}</p>
  if (state.kind === 'refused') return <BankRefused why={state.why} onRetry={() => void again()} />
  if (state.kind === 'failed')
    return (
      <Notice tone="bad">
        {t('failed')} <Button onClick={() => void again()}>{t('retry')}</Button>
      </Notice>
    )
  return (
    <Review
      key={state.bank.revision}
      read={state}
      language={language}
      stale={stale}
      onStale={() => {
        setStale(true)
        void again()
      }}
      onDone={setDone}
    />
  )
}

function Review({
  read,
  language,
  stale,
  onStale,
  onDone,
}: {
  readonly read: ReadChanges
  readonly language: Language
  /** The draft was changed elsewhere while it was looked at: these are the changes as they are now. */
  readonly stale: boolean
  readonly onStale: () => void
  readonly onDone: (publication: Extract<BankPublication, { kind: 'published' }>) => void
}) {
  const t = useTranslations('publish')
  const refusals = useTranslations('teach.refusals')
  const { bank, last, changes, check, unsaved } = read
  const [anew, setAnew] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        changes.cards.filter(({ kind, meaning }) => kind === 'changed' && meaning === 'changed').map(({ id }) => id),
      ),
  )
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<BankPublication | BankRefusal | null>(null)
  const errors = check.diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = check.diagnostics.filter(({ severity }) => severity === 'warning')
  const count = changes.cards.length + changes.sections.length
  const openInEditor = (path: string, line: number) => {
    const card = check.cards.findLast((one) => one.path === path && one.line <= line)
    const query = card === undefined || card.id === '' ? '' : `?card=${encodeURIComponent(card.id)}`
    window.location.assign(`/teach/${bank.id}/edit${query}`)
  }
  const publish = async () => {
    setBusy(true)
    setRefused(null)
    const body = { base: bank.revision, resets: [...anew], note: note.trim() }
    const path = `/api/banks/${encodeURIComponent(bank.id)}/publish`
    const answer = await askBanks(path, decodeBankPublication, { method: 'POST', body })
    setBusy(false)
    if (!answer.ok) return answer.error === 'stale' ? onStale() : setRefused(answer.error)
    if (answer.value.kind === 'published') onDone(answer.value)
    else setRefused(answer.value)
  }
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href={`/teach/${bank.id}/edit`} prefetch={false}>
          {t('backToEditor')}
        </Link>
      </p>
      <PageHead
        title={t('heading', { title: bank.title })}
        lead={last === null ? t('first') : t('since', { number: last.number })}
      />
      {stale ? <Notice tone="bad">{t('stale')}</Notice> : null}
      {unsaved ? <Notice tone="bad">{t('unsaved')}</Notice> : null}
      {count === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <ChangeList
          changes={changes}
          language={language}
          anew={anew}
          onAnew={
            last === null
              ? null
              : (card, start) =>
                  setAnew((now) => new Set(start ? [...now, card] : [...now].filter((one) => one !== card)))
          }
        />
      )}
      {errors.length + warnings.length === 0 ? null : (
        <section>
          <h2 className={styles.heading}>
            {t(errors.length > 0 ? 'against' : 'better', {
              count: errors.length > 0 ? errors.length : warnings.length,
            })}
          </h2>
          <Faults faults={(errors.length > 0 ? errors : warnings).slice(0, 50)} onOpen={openInEditor} />
        </section>
      )}
      <div>
        <label className={styles.label} htmlFor="note">
          {t('note')}
        </label>
        <textarea
          id="note"
          className={styles.note}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {refused === null ? null : typeof refused === 'string' ? (
        <Notice tone="bad">{refusals(refused)}</Notice>
      ) : (
        <Notice tone="bad" title={t('refused')}>
          <Faults faults={refused.diagnostics} onOpen={openInEditor} />
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button
          weight="primary"
          large
          busy={busy}
          disabled={errors.length > 0 || unsaved || (count === 0 && bank.state === 'published')}
          onClick={() => void publish()}
        >
          {busy ? t('publishing') : count === 0 ? t('publishSame') : t('publish', { count })}
        </Button>
        {busy ? <GateProgress bank={bank.id} /> : null}
      </div>
    </div>
  )
}

function Done({
  id,
  publication,
}: {
  readonly id: string
  readonly publication: Extract<BankPublication, { kind: 'published' }>
}) {
  const t = useTranslations('publish')
  return (
    <div className={styles.stack}>
      <Notice tone="good" title={t('done', { number: publication.number, count: publication.cards })}>
        <p className={styles.buttons}>
          <ButtonLink href={`/teach/${id}`} weight="primary">
            {t('toBank')}
          </ButtonLink>
          <ButtonLink href={`/teach/${id}/history`}>{t('toHistory')}</ButtonLink>
        </p>
      </Notice>
    </div>
  )
}
