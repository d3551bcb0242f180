'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import { ChartView } from '../charts/chart-view'
import { ButtonLink } from '../controls/button-link'
import { useLearner } from '../learner/use-learner'
import { useReading } from '../learner/use-reading'
import { MessagePage } from '../shell/message-page'
import styles from './progress.module.css'
import { readProgress } from './read-progress'

/** A page to read: one sentence, then the charts that say it in detail. */
export function Progress({ language }: { language: Language }) {
  const t = useTranslations('progress')
  const learner = useLearner()
  const read = useCallback((open: Learner) => readProgress(open, language), [language])
  const reading = useReading(learner?.ok ? learner.value : null, read)
  const locale = useLocale()

  if (learner !== null && !learner.ok) return <MessagePage title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.kind === 'failed') return <MessagePage title={t('noStorageTitle')} text={t('noStorageText')} />
  if (reading.kind === 'loading') {
    return (
      <div className={styles.waiting} aria-busy="true">
        <p className="heard" role="status">
          {t('loading')}
        </p>
      </div>
    )
  }
  const { charts, started, total } = reading.value
  if (started === 0 && charts.length === 0) {
    return (
      <MessagePage title={t('emptyTitle')} text={t('emptyText')}>
        <ButtonLink href="/review" weight="primary">
          {t('start')}
        </ButtonLink>
      </MessagePage>
    )
  }
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <h1 className={styles.sentence}>
        {total === null
          ? t('sentenceAlone', { started })
          : t('sentence', { started: number.format(started), total: number.format(total) })}
      </h1>
      <div className={styles.charts}>
        {charts.map((chart) => (
          <ChartView key={chart.id} chart={chart} />
        ))}
      </div>
    </>
  )
}
