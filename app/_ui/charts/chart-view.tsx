'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/view/chart'
import { Bars } from './bars'
import { ChartTable } from './chart-table'
import styles from './chart-view.module.css'
import { Shares } from './shares'

/** A chart with its message as the title and the same numbers as a table. */
export function ChartView({ chart }: { chart: Chart }) {
  const t = useTranslations('charts')
  const locale = useLocale()
  const { marks } = chart
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{t(chart.title.key, chart.title.values)}</figcaption>
      <div aria-hidden="true">
        {marks.kind === 'bars' ? <Bars marks={marks} locale={locale} /> : <Shares marks={marks} locale={locale} />}
      </div>
      <details className={styles.twin}>
        <summary>{t('table')}</summary>
        <ChartTable chart={chart} locale={locale} />
      </details>
    </figure>
  )
}
