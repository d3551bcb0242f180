'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Explanation } from '@/lib/schedule/explain'
import { RecallCurve } from './recall-curve'
import { Sheet } from './sheet'
import styles from './why-date.module.css'
import { WhyFacts } from './why-facts'
import { WhyHistory } from './why-history'
import { WhyOutcomes } from './why-outcomes'

interface WhyDateProps {
  /** One and the same promise while the sheet is open. */
  readonly explaining: () => Promise<Explanation | null>
  readonly onClose: () => void
}

/** Why the card comes when it comes: the memory model's own numbers, what moved the date, and all that happened before. */
export function WhyDate({ explaining, onClose }: WhyDateProps) {
  const t = useTranslations('review.why')
  const [read, setRead] = useState<Explanation | 'failed' | null>(null)
  useEffect(() => {
    let left = false
    explaining().then(
      (found) => {
        if (!left) setRead(found ?? 'failed')
      },
      () => {
        if (!left) setRead('failed')
      },
    )
    return () => {
      left = true
    }
  }, [explaining])
  return (
    <Sheet title={t('title')} onClose={onClose}>
      {read === null ? (
        <p role="status" aria-busy="true">
          {t('reading')}
        </p>
      ) : read === 'failed' ? (
        <p role="alert">{t('failed')}</p>
      ) : (
        <div className={styles.why}>
          <p>{t(`because.${read.state.memory.kind}`)}</p>
          {read.curve.length > 0 ? <RecallCurve explanation={read} /> : null}
          <WhyFacts explanation={read} />
          <WhyOutcomes explanation={read} />
          <WhyHistory history={read.history} />
        </div>
      )}
    </Sheet>
  )
}
