'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import type { Language } from '@/lib/core/language'
import { approvalOf, type BankStep } from '@/lib/sync/bank-desk'
import type { BankVersionLine } from '@/lib/sync/bank-version'
import styles from './changes.module.css'
import { VersionChanges } from './version-changes'

/** One publication of a bank: when, by whom, who had approved it, what it changed, and the way back into the draft. */
export function VersionItem({
  bank,
  version,
  steps,
  current,
  language,
  onRestore,
}: {
  readonly bank: string
  readonly version: BankVersionLine
  readonly steps: readonly BankStep[]
  /** It is what learners get now. */
  readonly current: boolean
  readonly language: Language
  /** Null where it may not be put back. */
  readonly onRestore: (() => void) | null
}) {
  const t = useTranslations('publish.history')
  const format = useFormatter()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const { number, at, cards, note, startedAnew } = version
  const step = steps.find((one) => one.kind === 'published' && one.number === number)
  const approval = approvalOf(steps, number)
  return (
    <li className={styles.item}>
      <h2 className={styles.heading}>
        {t('number', { number })}
        {current ? ` · ${t('current')}` : ''}
      </h2>
      <p className={styles.about}>
        {[
          format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
          t('cards', { count: cards }),
          startedAnew === 0 ? '' : t('startedAnew', { count: startedAnew }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {step === undefined ? null : (
        <p className={styles.about}>
          {t('by', { name: step.by ?? t('someone') })}{' '}
          {approval === null ? t('unseen') : t('approvedBy', { name: approval.by ?? t('someone') })}
        </p>
      )}
      {note === '' ? null : <p className={styles.said}>{note}</p>}
      <p className={styles.buttons}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'hide' : 'show')}
        </Button>
        {onRestore === null ? null : (
          <Button weight="quiet" onClick={() => setAsking(true)}>
            {t('restore')}
          </Button>
        )}
      </p>
      {asking && onRestore !== null ? (
        <Notice tone="plain" title={t('restoreAsk')}>
          <p className={styles.buttons}>
            <Button
              onClick={() => {
                setAsking(false)
                onRestore()
              }}
            >
              {t('restoreYes')}
            </Button>
            <Button weight="quiet" onClick={() => setAsking(false)}>
              {t('restoreNo')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {open ? <VersionChanges bank={bank} number={number} language={language} /> : null}
    </li>
  )
}
