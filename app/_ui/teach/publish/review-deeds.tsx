'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import { askBanks, type BankRefusal, bankPath } from '@/lib/client/banks'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { OwnBank } from '@/lib/sync/bank'
import { type AskedDeed, type BankDesk, decodeBankMoved } from '@/lib/sync/bank-desk'
import { type BankPublication, decodeBankPublication } from '@/lib/sync/bank-publication'
import { Faults } from '../editor/checks-pane'
import styles from './changes.module.css'
import { GateProgress } from './gate-progress'

export type Published = Extract<BankPublication, { kind: 'published' }>

/** What can be done with a draft that was looked at: publish it, ask others about it, judge it. */
export function ReviewDeeds({
  bank,
  desk,
  count,
  sound,
  anew,
  onOpen,
  onStale,
  onMoved,
  onDone,
}: {
  readonly bank: OwnBank
  readonly desk: BankDesk
  /** How many things change. */
  readonly count: number
  /** Nothing known stands against it, and everything written is on the server. */
  readonly sound: boolean
  readonly anew: ReadonlySet<string>
  readonly onOpen: (path: string, line: number) => void
  readonly onStale: () => void
  readonly onMoved: () => void
  readonly onDone: (publication: Published) => void
}) {
  const t = useTranslations('publish')
  const refusals = useTranslations('teach.refusals')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState<AskedDeed | 'publish' | null>(null)
  const [refused, setRefused] = useState<readonly Diagnostic[] | BankRefusal | null>(null)
  const may = (deed: BankDesk['deeds'][number]) => desk.deeds.includes(deed)
  const judges = may('return')
  const path = bankPath(bank.id)
  const refuse = (why: BankRefusal) => (why === 'stale' || why === 'bank-moved' ? onStale() : setRefused(why))
  const publish = async () => {
    setBusy('publish')
    setRefused(null)
    const body = { base: bank.revision, resets: [...anew], note: words.trim() }
    const answer = await askBanks(`${path}/publish`, decodeBankPublication, { method: 'POST', body })
    setBusy(null)
    if (!answer.ok) return refuse(answer.error)
    if (answer.value.kind === 'published') onDone(answer.value)
    else setRefused(answer.value.diagnostics)
  }
  const move = async (deed: AskedDeed) => {
    setBusy(deed)
    setRefused(null)
    const body = { deed, base: bank.revision, reason: words.trim() }
    const answer = await askBanks(`${path}/desk`, decodeBankMoved, { method: 'POST', body })
    setBusy(null)
    if (!answer.ok) return refuse(answer.error)
    if (answer.value.kind === 'refused') return setRefused(answer.value.diagnostics)
    setWords('')
    onMoved()
  }
  const nothing = count === 0 && bank.published !== null
  const asks = may('ask') && desk.company
  if (!may('publish') && !asks && !judges && !may('withdraw')) return null
  return (
    <section className={styles.deeds}>
      <div className={styles.words}>
        <label className={styles.label} htmlFor="words">
          {t(judges ? 'review.judgement' : 'note')}
        </label>
        <textarea
          id="words"
          className={styles.note}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {refused === null ? null : typeof refused === 'string' ? (
        <Notice tone="bad">{refusals(refused)}</Notice>
      ) : (
        <Notice tone="bad" title={t('refused')}>
          <Faults faults={refused} onOpen={onOpen} />
        </Notice>
      )}
      <div className={styles.buttons}>
        {may('approve') ? (
          <Button weight="primary" large busy={busy === 'approve'} onClick={() => void move('approve')}>
            {t('review.approve')}
          </Button>
        ) : null}
        {judges ? (
          <Button large busy={busy === 'return'} disabled={words.trim() === ''} onClick={() => void move('return')}>
            {t('review.return')}
          </Button>
        ) : null}
        {may('publish') ? (
          <Button
            weight={may('approve') ? 'secondary' : 'primary'}
            large
            busy={busy === 'publish'}
            disabled={!sound || nothing}
            onClick={() => void publish()}
          >
            {busy === 'publish' ? t('publishing') : count === 0 ? t('publishSame') : t('publish', { count })}
          </Button>
        ) : null}
        {asks ? (
          <Button
            weight={may('publish') ? 'secondary' : 'primary'}
            large
            busy={busy === 'ask'}
            disabled={!sound || nothing}
            onClick={() => void move('ask')}
          >
            {busy === 'ask' ? t('review.asking') : t('review.ask')}
          </Button>
        ) : null}
        {may('withdraw') ? (
          <Button weight="quiet" busy={busy === 'withdraw'} onClick={() => void move('withdraw')}>
            {t('review.withdraw')}
          </Button>
        ) : null}
        {busy === 'publish' || busy === 'ask' ? <GateProgress bank={bank.id} /> : null}
      </div>
    </section>
  )
}
