'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Language } from '@/lib/core/language'
import { ChartView } from '../charts/chart-view'
import { writePercent } from '../charts/write-label'
import { ButtonLink } from '../controls/button-link'
import { NoLearner } from '../learner/no-learner'
import { SearchBox } from '../search/search-box'
import { useLibrary } from '../search/use-library'
import { useSearch } from '../search/use-search'
import { MessagePage } from '../shell/message-page'
import styles from './progress.module.css'
import { useProgress } from './use-progress'

/** A page to read: one sentence, then the charts that say it in detail, over all cards or those a search finds. */
export function Progress({ language }: { language: Language }) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const reading = useLibrary(language, false)
  const search = useSearch()
  const library = reading.kind === 'read' ? reading.library : null
  const model = useProgress(library, search.query)
  const names = useMemo(() => (library === null ? null : library.names()), [library])

  if (reading.kind === 'failed')
    return <NoLearner problem={reading.problem} title={t('noStorageTitle')} text={t('noStorageText')} />
  if (model === 'missing')
    return <NoLearner problem="not-loaded" title={t('noStorageTitle')} text={t('noStorageText')} />
  if (model === null || names === null) {
    const part = reading.kind === 'loading' ? reading.part : null
    return (
      <div className={styles.waiting} aria-busy="true">
        <h1 className="heard">{t('title')}</h1>
        <p className={part === null ? 'heard' : styles.counting} role="status">
          {part === null ? t('loading') : t('counting', { percent: Math.round(100 * part) })}
        </p>
      </div>
    )
  }
  const { charts, started, concepts, recalled, aim, cards } = model
  const whole = search.query.kind === 'all'
  if (whole && started === 0 && charts.length === 0) {
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
        {concepts.of === 0
          ? t('sentenceAlone', { started })
          : t('sentence', {
              known: number.format(concepts.known),
              total: concepts.of,
              recall: recalled === null ? 'none' : writePercent(recalled, locale),
              aim: writePercent(aim, locale),
            })}
      </h1>
      {concepts.of > 0 && <p className={styles.means}>{t('knownMeans')}</p>}
      <div className={styles.search}>
        <SearchBox search={search} names={names} />
        <p className={styles.scope} role="status">
          {cards === 0 ? t('noneFound') : t('filter', { cards, started: number.format(started) })}{' '}
          <Link href={search.text === '' ? '/browse' : `/browse?q=${encodeURIComponent(search.text)}`} prefetch={false}>
            {t('browse')}
          </Link>
        </p>
      </div>
      {charts.length === 0 && cards > 0 && <p>{t('nothing')}</p>}
      <div className={styles.charts}>
        {charts.map((chart) => (
          <ChartView key={chart.id} chart={chart} />
        ))}
      </div>
    </>
  )
}
