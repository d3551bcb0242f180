'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { Notice } from '@/app/_ui/controls/notice'
import { PageHead } from '@/app/_ui/shell/page-head'
import { PageLoading } from '@/app/_ui/shell/page-loading'
import type { Language } from '@/lib/core/language'
import { Faults } from '../editor/checks-pane'
import { ChangeList } from './change-list'
import styles from './changes.module.css'
import { NotCompared } from './not-compared'
import { OtherRemarks } from './other-remarks'
import { Remarks } from './remarks'
import { type Published, ReviewDeeds } from './review-deeds'
import { ReviewState } from './review-state'
import { type ReadChanges, useChanges } from './use-changes'

/** What publishing would change: for whoever publishes it, asks others about it, or was asked. */
export function PublishPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('publish')
  const { state, again, hear } = useChanges(id)
  const [stale, setStale] = useState(false)
  const [done, setDone] = useState<Published | null>(null)
  if (done !== null) return <Done id={id} publication={done} />
  if (state.kind === 'loading') return <PageLoading text={t('loading')} />
  if (state.kind === 'refused' || state.kind === 'failed') {
    const why = state.kind === 'refused' ? state.why : null
    return <NotCompared title={t('publishTitle')} why={why} onRetry={() => void again()} />
  }
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
      onMoved={() => {
        setStale(false)
        void hear(state.bank.revision)
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
  onMoved,
  onDone,
}: {
  readonly read: ReadChanges
  readonly language: Language
  /** The draft was changed elsewhere while it was looked at: these are the changes as they are now. */
  readonly stale: boolean
  readonly onStale: () => void
  /** Something happened to the bank, and the draft stayed as it was. */
  readonly onMoved: () => void
  readonly onDone: (publication: Published) => void
}) {
  const t = useTranslations('publish')
  const { bank, desk, last, changes, check, unsaved } = read
  const writes = bank.role !== 'viewer'
  const [anew, setAnew] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        changes.cards.filter(({ kind, meaning }) => kind === 'changed' && meaning === 'changed').map(({ id }) => id),
      ),
  )
  const errors = check.diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = check.diagnostics.filter(({ severity }) => severity === 'warning')
  const count = changes.cards.length + changes.sections.length
  const openInEditor = (path: string, line: number) => {
    const card = check.cards.findLast((one) => one.path === path && one.line <= line)
    const query = card === undefined || card.id === '' ? '' : `?card=${encodeURIComponent(card.id)}`
    window.location.assign(`/teach/${bank.id}/edit${query}`)
  }
  // What was said stays to be read when whoever said it has left.
  const talks = desk.company || desk.remarks.length > 0
  const talk = { bank: bank.id, remarks: desk.remarks, writes, onChange: onMoved }
  return (
    <div className={styles.stack}>
      <p className={styles.about}>
        <Link href={writes ? `/teach/${bank.id}/edit` : `/teach/${bank.id}`} prefetch={false}>
          {writes ? t('backToEditor') : t('history.back', { title: bank.title })}
        </Link>
      </p>
      <PageHead
        title={t(desk.deeds.includes('publish') ? 'heading' : 'review.heading', { title: bank.title })}
        lead={last === null ? t('first') : t('since', { number: last.number })}
      />
      {stale ? <Notice tone="bad">{t('stale')}</Notice> : null}
      {unsaved ? <Notice tone="bad">{t('unsaved')}</Notice> : null}
      <ReviewState bank={bank} desk={desk} />
      {count === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <ChangeList
          changes={changes}
          language={language}
          anew={anew}
          onAnew={
            last === null || !desk.deeds.includes('publish')
              ? null
              : (card, start) =>
                  setAnew((now) => new Set(start ? [...now, card] : [...now].filter((one) => one !== card)))
          }
          remarksOf={talks ? (card) => <Remarks {...talk} card={card} /> : null}
          kept={new Set(desk.remarks.flatMap(({ card, done }) => (done ? [] : card)))}
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
      {talks ? <OtherRemarks {...talk} shown={changes.cards.map(({ id }) => id)} /> : null}
      <ReviewDeeds
        bank={bank}
        desk={desk}
        count={count}
        sound={errors.length === 0 && !unsaved}
        anew={anew}
        onOpen={openInEditor}
        onStale={onStale}
        onMoved={onMoved}
        onDone={onDone}
      />
    </div>
  )
}

function Done({ id, publication }: { readonly id: string; readonly publication: Published }) {
  const t = useTranslations('publish')
  return (
    <div className={styles.stack}>
      <PageHead title={t('publishTitle')} />
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
