import { useFormatter, useTranslations } from 'next-intl'
import type { Explanation } from '@/lib/schedule/explain'
import styles from './why-date.module.css'

const width = 320
const height = 132
const inset = { left: 38, right: 10, top: 10, bottom: 24 }

/** The chance of recall since the last review, with the day it is now and the day the card is due. */
export function RecallCurve({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('review.why')
  const format = useFormatter()
  const { curve, dueAfter, retention, recall, today, state } = explanation
  const last = curve.at(-1)
  if (!last || state.memory.kind === 'new') return null
  const lowest = Math.min(retention, last.recall, recall ?? 1)
  const floor = Math.max(0, Math.floor((lowest - 0.03) * 20) / 20)
  const x = (day: number) => inset.left + (day / last.day) * (width - inset.left - inset.right)
  const y = (share: number) => inset.top + ((1 - share) / (1 - floor)) * (height - inset.top - inset.bottom)
  const percent = (share: number) => format.number(share, { style: 'percent' })
  const since = Math.max(0, today - state.memory.lastDay)
  const path = curve.map(({ day, recall: share }, i) => `${i === 0 ? 'M' : 'L'}${x(day)} ${y(share)}`).join('')
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.curve}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('curve.heard', { now: percent(recall ?? 1), wanted: percent(retention), days: since })}
      >
        <line className={styles.axis} x1={inset.left} x2={width - inset.right} y1={y(floor)} y2={y(floor)} />
        <line className={styles.wanted} x1={inset.left} x2={width - inset.right} y1={y(retention)} y2={y(retention)} />
        <text className={styles.tick} x={inset.left - 6} y={y(1)} dy="0.35em" textAnchor="end">
          {percent(1)}
        </text>
        <text className={styles.tick} x={inset.left - 6} y={y(retention)} dy="0.35em" textAnchor="end">
          {percent(retention)}
        </text>
        {dueAfter === null ? null : (
          <line className={styles.due} x1={x(dueAfter)} x2={x(dueAfter)} y1={y(1)} y2={y(floor)} />
        )}
        <path className={styles.line} d={path} />
        {recall === null ? null : <circle className={styles.now} cx={x(since)} cy={y(recall)} r="4.5" />}
        <text className={styles.tick} x={inset.left} y={height - 6}>
          {t('curve.start')}
        </text>
        <text className={styles.tick} x={width - inset.right} y={height - 6} textAnchor="end">
          {t('curve.days', { days: last.day })}
        </text>
      </svg>
      <figcaption className={styles.legend}>
        <span className={styles.dot}>{t('curve.now')}</span>
        {dueAfter === null ? null : <span className={styles.dash}>{t('curve.due')}</span>}
      </figcaption>
    </figure>
  )
}
