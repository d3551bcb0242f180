'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Chart } from '@/lib/view/chart'
import { ChartTable } from './chart-table'
import styles from './chart-view.module.css'
import { MarksView } from './marks-view'

/** A chart with its message as the title and the same numbers as a table. */
export function ChartView({ chart }: { chart: Chart }) {
  const t = useTranslations('charts')
  const locale = useLocale()
  const { marks } = chart
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{t(chart.title.key, chart.title.values)}</figcaption>
      <div aria-hidden="true">
        <MarksView marks={marks} locale={locale} />
      </div>
      {chart.note && <p className={styles.note}>{t(chart.note.key, chart.note.values)}</p>}
      <details className={styles.twin}>
        <summary>{t('table')}</summary>
        <ChartTable chart={chart} locale={locale} />
      </details>
    </figure>
  )
}
