'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DraftCheck } from '@/lib/client/editor/draft-reader'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { ListedCorrection } from '../../corrections/fetch-corrections'
import styles from './checks-pane.module.css'

const mostShown = 200

/** What stands against publishing and what could be better, each with the way to its line; and what learners suggest. */
export function ChecksPane({
  check,
  corrections,
  onOpen,
}: {
  readonly check: DraftCheck | null
  /** Open suggestions on cards of this bank. */
  readonly corrections: readonly ListedCorrection[]
  readonly onOpen: (path: string, line: number) => void
}) {
  const t = useTranslations('editor.checks')
  if (check === null) return <p role="status">{t('checking')}</p>
  const errors = check.diagnostics.filter(({ severity }) => severity === 'error')
  const warnings = check.diagnostics.filter(({ severity }) => severity === 'warning')
  const lineOf = (cardId: string) => {
    const id = cardId.slice(cardId.indexOf('/') + 1)
    return check.cards.find((card) => card.id === id) ?? null
  }
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
      {corrections.length === 0 ? null : (
        <section>
          <h3 className={styles.heading}>{t('corrections', { count: corrections.length })}</h3>
          <ul className={styles.list}>
            {corrections.map(({ id, cardId, quote, comment }) => {
              const card = lineOf(cardId)
              return (
                <li key={id} className={styles.item}>
                  {card === null ? (
                    <p className={styles.place}>{cardId}</p>
                  ) : (
                    <button type="button" className={styles.place} onClick={() => onOpen(card.path, card.line)}>
                      {card.id}
                    </button>
                  )}
                  {quote === '' ? null : <blockquote className={styles.quote}>{quote}</blockquote>}
                  <p>{comment}</p>
                </li>
              )
            })}
          </ul>
          <p>
            <Link href="/corrections" prefetch={false}>
              {t('inbox')}
            </Link>
          </p>
        </section>
      )}
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
