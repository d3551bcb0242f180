'use client'

import { useTranslations } from 'next-intl'
import { scientific } from '@/app/_ui/trace/scientific'
import { summarise } from '@/lib/client/engine-trial/bank-run'
import { Button } from '../controls/button'
import { Notice } from '../controls/notice'
import { BankTable } from './bank-table'
import styles from './engine.module.css'
import type { BankState } from './use-engine-trial'

interface BankPanelProps {
  readonly bank: BankState
  readonly onRun: () => void
  readonly onStop: () => void
}

/** One variant of every question, run on this device: progress, what was found, and each question, the worst first. */
export function BankPanel({ bank, onRun, onStop }: BankPanelProps) {
  const t = useTranslations('engine')
  const { kind, total, results } = bank
  const busy = kind === 'reading' || kind === 'running'
  const found = summarise(results)
  const done = results.length
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('bank')}</h2>
      <p className={styles.hint}>{t('bankText')}</p>
      <div className={styles.actions}>
        {busy ? (
          <Button onClick={onStop}>{t('stop')}</Button>
        ) : (
          <Button weight={done === 0 ? 'primary' : 'secondary'} onClick={onRun}>
            {t(done === 0 ? 'run' : 'runAgain')}
          </Button>
        )}
        {busy ? (
          <p className={styles.count}>
            {kind === 'reading' ? t('reading') : t('progress', { done, total, differ: found.differ + found.refused })}
          </p>
        ) : null}
      </div>
      {kind === 'running' ? (
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={t('bank')}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
        >
          <span style={{ inlineSize: `${(100 * done) / Math.max(1, total)}%` }} />
        </div>
      ) : null}
      {kind === 'offline' || kind === 'server' || kind === 'storage' || kind === 'empty' || kind === 'failed' ? (
        <Notice tone="bad">{t(`problem.${kind}`)}</Notice>
      ) : null}
      {busy || done === 0 ? null : (
        <>
          <p className={styles.sentence} role="status">
            {found.differ + found.refused === 0 ? t('allAgree', { run: found.run }) : t('someAgree', { ...found })}
            {kind === 'stopped' ? ` ${t('stoppedAt', { done, total })}` : ''}
          </p>
          {found.run === 0 ? null : (
            <p className={styles.hint}>
              {t('summary', {
                worst: scientific(found.worst),
                onGpu: found.onGpu,
                run: found.run,
                median: Math.max(1, Math.round(found.medianMs)),
              })}
            </p>
          )}
          <BankTable results={results} />
        </>
      )}
    </section>
  )
}
