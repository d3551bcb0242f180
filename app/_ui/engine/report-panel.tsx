'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { reportText, type TrialReport } from '@/lib/client/engine-trial/report'
import { Button } from '../controls/button'
import styles from './engine.module.css'

/** The run as text: all of it can be read before it is copied, and nothing is sent. */
export function ReportPanel({ report }: { report: TrialReport }) {
  const t = useTranslations('engine')
  const text = reportText(report)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  useEffect(() => {
    if (copied !== 'yes') return
    const timer = setTimeout(() => setCopied('no'), 3000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    try {
      // Missing on plain http; the text below can be selected.
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('report')}</h2>
      <p className={styles.hint}>{t('reportText')}</p>
      <div className={styles.actions}>
        <Button onClick={() => void copy()}>{t(copied === 'yes' ? 'copied' : 'copy')}</Button>
        <p className={styles.count} role="status">
          {copied === 'failed' ? t('copyFailed') : copied === 'yes' ? t('copiedHeard') : ''}
        </p>
      </div>
      <details className={styles.details} open={copied === 'failed' ? true : undefined}>
        <summary>{t('read')}</summary>
        <pre className={styles.text} lang="en">
          {text}
        </pre>
      </details>
    </section>
  )
}
