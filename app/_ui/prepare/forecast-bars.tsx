import { useFormatter, useTranslations } from 'next-intl'
import type { Forecast } from '@/lib/schedule/exam-goal'
import styles from './forecast-bars.module.css'

/** Two scores with their intervals on one line of 0 to 100 %: the plan kept, and nothing more done. */
export function ForecastBars({ kept, idle }: { readonly kept: Forecast | null; readonly idle: Forecast | null }) {
  const t = useTranslations('prepare.forecast')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  if (kept === null || idle === null) return null
  return (
    <dl className={styles.bars}>
      {(
        [
          ['kept', kept],
          ['idle', idle],
        ] as const
      ).map(([name, { score, low, high }]) => (
        <div key={name} className={styles.bar} data-name={name}>
          <dt>{t(name)}</dt>
          <dd>
            <strong>{percent(score)}</strong> <span>{t('interval', { low: percent(low), high: percent(high) })}</span>
          </dd>
          <dd className={styles.track} aria-hidden="true">
            <span
              className={styles.band}
              style={{ insetInlineStart: `${100 * low}%`, inlineSize: `${100 * (high - low)}%` }}
            />
            <span className={styles.point} style={{ insetInlineStart: `${100 * score}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
