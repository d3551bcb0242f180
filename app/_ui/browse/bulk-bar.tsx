'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkDeed, BulkEditor } from '@/lib/client/bulk-edit'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { LibraryCard } from '@/lib/search/library'
import { Button } from '../controls/button'
import { Sheet } from '../review/sheet'
import styles from './browse.module.css'

const simple = ['suspend', 'unsuspend', 'bury'] as const
const flags = [0, 1, 2, 3, 4, 5, 6, 7]

type Told =
  | { readonly kind: 'done'; readonly deed: BulkDeed['kind']; readonly events: readonly ReviewEvent[] }
  | { readonly kind: 'undone' | 'failed' }

/** What can be done to the selected cards; one undo takes all of it back. */
export function BulkBar({
  cards,
  bulk,
  onDone,
}: {
  readonly cards: readonly LibraryCard[]
  readonly bulk: BulkEditor
  readonly onDone: () => void
}) {
  const t = useTranslations('browse')
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const put = async (deed: BulkDeed) => {
    setAsking(false)
    setBusy(true)
    const done = await bulk.put(
      cards.map(({ id, state, card }) => ({ id, state, revision: card?.revision ?? '' })),
      deed,
    )
    setBusy(false)
    setTold(done.ok ? { kind: 'done', deed: deed.kind, events: done.value } : { kind: 'failed' })
    if (done.ok) onDone()
  }
  const undo = async (events: readonly ReviewEvent[]) => {
    setBusy(true)
    const problem = await bulk.takeBack(events)
    setBusy(false)
    setTold({ kind: problem === null ? 'undone' : 'failed' })
  }
  return (
    <div className={styles.bar} data-empty={cards.length === 0 && told === null}>
      {told && (
        <p className={styles.told} role={told.kind === 'failed' ? 'alert' : 'status'}>
          {told.kind === 'failed' && t('failed')}
          {told.kind === 'undone' && t('done.undone')}
          {told.kind === 'done' && t(`done.${told.deed}`, { count: told.events.length })}
          {told.kind === 'done' && told.events.length > 0 && (
            <Button busy={busy} onClick={() => void undo(told.events)}>
              {t('undo')}
            </Button>
          )}
        </p>
      )}
      {cards.length > 0 && (
        <div className={styles.deeds}>
          <strong className={styles.count}>{t('selected', { count: cards.length })}</strong>
          {simple.map((kind) => (
            <Button key={kind} disabled={busy} onClick={() => void put({ kind })}>
              {t(kind)}
            </Button>
          ))}
          <select
            className={styles.flag}
            aria-label={t('flag')}
            value=""
            disabled={busy}
            onChange={({ target }) => void put({ kind: 'flag', flag: Number(target.value) })}
          >
            <option value="" disabled>
              {t('flag')}
            </option>
            {flags.map((flag) => (
              <option key={flag} value={flag}>
                {flag === 0 ? t('flagNone') : t('flagNamed', { flag })}
              </option>
            ))}
          </select>
          <Button disabled={busy} onClick={() => setAsking(true)}>
            {t('reset')}
          </Button>
        </div>
      )}
      {asking && (
        <Sheet title={t('resetTitle')} onClose={() => setAsking(false)}>
          <p>{t('resetText', { count: cards.length })}</p>
          <Button weight="primary" onClick={() => void put({ kind: 'reset' })}>
            {t('resetDo', { count: cards.length })}
          </Button>
        </Sheet>
      )}
    </div>
  )
}
