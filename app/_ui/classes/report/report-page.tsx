'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { classCharts } from '@/lib/classes/charts'
import { classPath } from '@/lib/client/classes'
import type { Language } from '@/lib/core/language'
import { type ClassReport, decodeClassReport } from '@/lib/sync/class-report'
import { decodeClassView } from '@/lib/sync/class-view'
import { ChartView } from '../../charts/chart-view'
import { PageHead } from '../../shell/page-head'
import { PageLoading } from '../../shell/page-loading'
import { PageRefused } from '../../shell/page-refused'
import { ClassRefused } from '../class-refused'
import styles from '../classes.module.css'
import { useClassReading } from '../use-class-reading'
import { Downloads } from './downloads'
import { QuestionList } from './question-list'
import { StudentTable } from './student-table'

/** How a class gets on: charts, questions across variants, students, files. */
export function ReportPage({ id, language }: { readonly id: string; readonly language: Language }) {
  const t = useTranslations('classes')
  const view = useClassReading(`${classPath(id)}?language=${language}`, decodeClassView)
  const { reading, again } = useClassReading(`${classPath(id, 'report')}?language=${language}`, decodeClassReport)
  if (reading.kind === 'loading' || view.reading.kind === 'loading') return <PageLoading text={t('loading')} />
  if (reading.kind === 'refused')
    return (
      <PageRefused title={t('report.title')}>
        <ClassRefused why={reading.why} onRetry={() => void again()} />
      </PageRefused>
    )
  if (view.reading.kind === 'refused')
    return (
      <PageRefused title={t('report.title')}>
        <ClassRefused why={view.reading.why} onRetry={() => void view.again()} />
      </PageRefused>
    )
  const { title, simulated } = view.reading.value
  return (
    <div className={styles.stack}>
      <div>
        <p className={styles.way}>
          <Link href={`/classes/${id}`}>{t('toClass')}</Link>
        </p>
        <PageHead title={title} lead={t('report.title')} />
        {simulated ? <p className={styles.simulated}>{t('simulated')}</p> : null}
      </div>
      <Report id={id} report={reading.value} language={language} />
    </div>
  )
}

function Report({ id, report, language }: { id: string; report: ClassReport; language: Language }) {
  const t = useTranslations('classes.report')
  const format = useFormatter()
  const charts = useMemo(() => classCharts(report), [report])
  if (report.reviews === 0 && (report.standings ?? []).length === 0) return <p>{t('none')}</p>
  return (
    <>
      <p>
        {t('lead', { students: report.students, reviews: report.reviews })}{' '}
        <span className={styles.quiet}>{t('floor')}</span>
      </p>
      {charts.map((chart) => (
        <ChartView key={chart.id} chart={chart} />
      ))}
      <QuestionList questions={report.questions} percent={(share) => format.number(share, { style: 'percent' })} />
      {report.standings === null ? null : <StudentTable standings={report.standings} />}
      <Downloads id={id} language={language} named={report.standings !== null} />
    </>
  )
}
