'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { BankStep } from '@/lib/sync/bank-desk'
import styles from './changes.module.css'

/** One step in the life of a bank: who, what, when and why. */
export function StepWords({ step }: { readonly step: BankStep }) {
  const t = useTranslations('publish.step')
  const format = useFormatter()
  const { kind, by, at, reason, cards, hints, number } = step
  return (
    <>
      <p>
        {t(kind, { name: by ?? t('someone'), number: number ?? 0 })}{' '}
        <span className={styles.about}>
          {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
      </p>
      {kind === 'asked' ? <p className={styles.about}>{t('gate', { cards: cards ?? 0, hints: hints ?? 0 })}</p> : null}
      {reason === '' ? null : <blockquote className={styles.reason}>{reason}</blockquote>}
    </>
  )
}
