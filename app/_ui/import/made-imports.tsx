'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BankRefusal } from '@/lib/client/banks'
import { takeBackImport } from '@/lib/client/file-import'
import type { MadeImport } from '@/lib/sync/file-import'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import styles from './import.module.css'

/** What was imported so far; each can be taken back while its bank is as it left it. */
export function MadeImports({
  imports,
  onUndone,
}: {
  readonly imports: readonly MadeImport[]
  readonly onUndone: () => Promise<void>
}) {
  const t = useTranslations('import')
  const [asking, setAsking] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ readonly kept: number } | { readonly refused: BankRefusal } | null>(null)
  const undo = async (id: string) => {
    setBusy(true)
    const answer = await takeBackImport(id)
    if (answer.ok) await onUndone()
    setTold(answer.ok ? { kept: answer.value.kept } : { refused: answer.error })
    setAsking(null)
    setBusy(false)
  }
  return (
    <section className={styles.made} aria-label={t('madeTitle')}>
      {imports.length === 0 ? null : <h2 className={styles.heading}>{t('madeTitle')}</h2>}
      {told === null ? null : 'refused' in told ? (
        <Notice tone="bad">{t(told.refused === 'stale' ? 'changedSince' : 'undoFailed')}</Notice>
      ) : (
        <Notice tone="good">{t('undone', told)}</Notice>
      )}
      <ul className={styles.list}>
        {imports.map((one) => (
          <MadeLine key={one.id} one={one} asking={asking === one.id} busy={busy} onAsk={setAsking} onUndo={undo} />
        ))}
      </ul>
    </section>
  )
}

function MadeLine({
  one,
  asking,
  busy,
  onAsk,
  onUndo,
}: {
  readonly one: MadeImport
  readonly asking: boolean
  readonly busy: boolean
  readonly onAsk: (id: string | null) => void
  readonly onUndo: (id: string) => Promise<void>
}) {
  const t = useTranslations('import')
  const format = useFormatter()
  return (
    <li className={styles.item}>
      <p className={styles.file}>{one.file}</p>
      <p className={styles.small}>
        {format.dateTime(new Date(one.at), { dateStyle: 'medium', timeStyle: 'short' })} ·{' '}
        {t('brought', { cards: one.cards, reviews: one.reviews })}
        {one.bank ? (
          <>
            {' '}
            · <Link href={`/teach/${one.bank.id}`}>{one.bank.title}</Link>
          </>
        ) : null}
      </p>
      {one.state === 'undone' ? <p className={styles.small}>{t('wasUndone')}</p> : null}
      {one.state === 'changed' ? <p className={styles.small}>{t('changedSince')}</p> : null}
      {one.state === 'stands' && !asking ? (
        <Button weight="quiet" onClick={() => onAsk(one.id)}>
          {t('undo')}
        </Button>
      ) : null}
      {asking ? (
        <Notice tone="plain" title={t('undoAsk', { file: one.file })}>
          <p>{t('undoHint', { count: one.since })}</p>
          <p className={styles.buttons}>
            <Button busy={busy} onClick={() => void onUndo(one.id)}>
              {t(busy ? 'undoing' : 'undoYes')}
            </Button>
            <Button weight="quiet" disabled={busy} onClick={() => onAsk(null)}>
              {t('keep')}
            </Button>
          </p>
        </Notice>
      ) : null}
    </li>
  )
}
