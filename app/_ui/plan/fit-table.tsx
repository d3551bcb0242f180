import { useFormatter, useTranslations } from 'next-intl'
import type { FitReport } from '@/lib/schedule/fit/report'
import styles from './plan.module.css'

/** How well each predicts reviews that none of them had seen; lower is better. */
export function FitTable({ report }: { report: FitReport }) {
  const t = useTranslations('plan.fit')
  const format = useFormatter()
  const exact = (value: number) => format.number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  const rows = [
    ['fitted', report.fitted],
    ...(report.current === report.defaults || report.current.logLoss === report.defaults.logLoss
      ? []
      : ([['now', report.current]] as const)),
    ['defaults', report.defaults],
    ['average', report.average],
  ] as const
  return (
    <table className={styles.table}>
      <caption>{t('caption', { judged: report.judged })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('logLoss')}</th>
          <th scope="col">{t('rmse')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, measures]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            <td>{exact(measures.logLoss)}</td>
            <td>{exact(measures.rmse)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
