'use client'

import { useTranslations } from 'next-intl'
import type { Receipt } from '@/lib/exam/protocol/attempt'
import styles from './exam.module.css'
import { useInstant } from './instant'

/** What the server gave for handing in. */
export function ReceiptView({ receipt, zone }: { readonly receipt: Receipt; readonly zone: string }) {
  const t = useTranslations('exam.receipt')
  const instantOf = useInstant(zone)
  return (
    <div className={styles.receipt}>
      <p>{t('lead')}</p>
      <p>
        <span className={styles.about}>{t('code')}</span>
        <br />
        <span className={styles.code}>{receipt.code}</span>
      </p>
      <p>{t('at', { at: instantOf(receipt.at) })}</p>
      <p>{t('answered', { answered: receipt.answered, of: receipt.of })}</p>
      {receipt.lateSeconds > 0 ? <p>{t('late', { seconds: receipt.lateSeconds })}</p> : null}
      <p className={styles.about}>{t('keep')}</p>
    </div>
  )
}
