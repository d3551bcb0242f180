'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { SittingSnapshot } from '@/lib/client/exam/sitting-state'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { ReceiptView } from '../receipt-view'
import styles from './take.module.css'

interface DoneProps {
  readonly state: SittingSnapshot
  readonly exam: string
  readonly timeUp: boolean
  readonly onRetry: () => void
}

/** On its way to the server, or there: only the server's receipt says so. */
export function Done({ state, exam, timeUp, onRetry }: DoneProps) {
  const t = useTranslations('exam')
  const { receipt, handingIn, saved } = state
  const heading = useRef<HTMLHeadingElement>(null)
  const given = receipt !== null
  useEffect(() => {
    // The question and its focus are gone; what is said here is said from its beginning, and again once the receipt is there.
    if (given || handingIn) heading.current?.focus()
  }, [given, handingIn])
  return (
    <main className={styles.aside}>
      <h1 ref={heading} className={styles.title} tabIndex={-1}>
        {given ? t('receipt.title') : handingIn ? t('take.handingIn') : state.title}
      </h1>
      {given ? <ReceiptView receipt={receipt} zone={state.zone} /> : null}
      {handingIn ? (
        <>
          {timeUp ? <p>{t('take.timeUp')}</p> : null}
          <p role="status">{saved === 'offline' ? t('take.handingInOffline') : t(`take.saved.${saved}`)}</p>
          {state.signedOut ? (
            <p role="alert">
              {t('take.signedOut')}{' '}
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {t('take.signedOutGo')}
              </a>
            </p>
          ) : null}
          <p>
            <Button onClick={onRetry}>{t('retry')}</Button>
          </p>
        </>
      ) : (
        <>
          {given ? null : <p>{t('receipt.bell')}</p>}
          <p>
            <ButtonLink href={`/exams/${exam}`} weight="primary" large>
              {t('receipt.toExam')}
            </ButtonLink>
          </p>
        </>
      )}
    </main>
  )
}
