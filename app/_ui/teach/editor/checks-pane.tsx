'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { BankRemark } from '@/lib/sync/bank-desk'
import type { ListedCorrection } from '../../corrections/fetch-corrections'
import { CardTalk } from './card-talk'
import styles from './checks-pane.module.css'

const mostShown = 200

/** What stands against publishing and what could be better, each with the way to its line; and what reviewers and learners say. */
export function ChecksPane({
  bank,
  check,
  corrections,
  remarks,
  onOpen,
}: {
  readonly bank: string
  readonly check: DraftCheck | null
  /** Open suggestions on cards of this bank. */
  readonly corrections: readonly ListedCorrection[]
  /** What readers of the draft say and nobody has settled. */
  readonly remarks: readonly BankRemark[]
  readonly onOpen: (path: string, line: number) => void
}) {
  const t = useTranslations('editor.checks')
  if (check === null) return <p role="status">{t('checking')}</p>
  const errors = check.diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = check.diagnostics.filter(({ severity }) => severity === 'warning')
  return (
    <div className={styles.checks}>
      <p role="status">
        {check.left === 0 ? null : `${t('left', { count: check.left })} `}
        {check.diagnostics.length === 0
          ? t('clean')
          : t('counts', { errors: errors.length, warnings: warnings.length })}
      </p>
      <Faults faults={[...errors, ...warnings].slice(0, mostShown)} onOpen={onOpen} />
      <p className={styles.about}>{t('later')}</p>
      <CardTalk
        title={t('remarks', { count: remarks.length })}
        said={remarks.map((remark) => ({ ...remark, quote: '' }))}
        check={check}
        onOpen={onOpen}
      >
        <Link href={`/teach/${bank}/publish`} prefetch={false}>
          {t('settle')}
        </Link>
      </CardTalk>
      <CardTalk
        title={t('corrections', { count: corrections.length })}
        said={corrections.map(({ id, cardId, quote, comment }) => ({
          id,
          card: cardId.slice(cardId.indexOf('/') + 1),
          quote,
          text: comment,
        }))}
        check={check}
        onOpen={onOpen}
      >
        <Link href="/corrections" prefetch={false}>
          {t('inbox')}
        </Link>
      </CardTalk>
    </div>
  )
}

/** Faults with their cures, as a list of ways to them. */
export function Faults({
  faults,
  onOpen,
}: {
  readonly faults: readonly Diagnostic[]
  readonly onOpen: (path: string, line: number) => void
}) {
  const t = useTranslations('editor.checks')
  return (
    <ul className={styles.list}>
      {faults.map(({ severity, file, line, message, hint }, i) => (
        <li key={i} className={styles.item}>
          <p>
            <span className={severity === 'error' ? styles.error : styles.warning}>
              <span aria-hidden="true">{severity === 'error' ? '✗' : '!'}</span> {t(severity)}
            </span>{' '}
            {file === undefined ? null : (
              <button type="button" className={styles.place} onClick={() => onOpen(file, line)}>
                {t('line', { file, line })}
              </button>
            )}
          </p>
          <p lang="en">{message}</p>
          {hint === '' ? null : (
            <p lang="en" className={styles.about}>
              {hint}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
