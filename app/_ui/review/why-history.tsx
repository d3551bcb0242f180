import { useFormatter, useTranslations } from 'next-intl'
import type { Line } from '@/lib/schedule/explain'
import { intervalLabel } from '@/lib/schedule/label'
import styles from './why-date.module.css'

/** Everything done to the card, the latest first. */
export function WhyHistory({ history }: { history: readonly Line[] }) {
  const t = useTranslations('review.why')
  const word = useTranslations('review')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  if (history.length === 0) return null
  return (
    <details className={styles.history}>
      <summary>{t('history', { count: history.length })}</summary>
      <ol>
        {history.map((line, i) => {
          const label = line.interval && intervalLabel(line.interval)
          return (
            <li key={`${line.date} ${i}`}>
              <span className={styles.when}>{day(line.date)}</span>
              <strong>{line.grade ? word(`grade.${line.grade}`) : t(`deed.${line.kind}`)}</strong>
              {label ? <span>→ {word(`interval.${label.unit}`, { value: label.value })}</span> : null}
              {line.grade === null ? null : (
                <span className={styles.detail}>
                  {t('line', {
                    recall: line.recall === null ? '–' : format.number(line.recall, { style: 'percent' }),
                    stability: line.stability === null ? '–' : Number(line.stability.toPrecision(3)),
                    difficulty: line.difficulty === null ? '–' : Number(line.difficulty.toFixed(1)),
                    seconds: line.seconds ?? 0,
                  })}
                  {line.parameters === null || line.parameters === 'default' ? null : ` · ${line.parameters}`}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
