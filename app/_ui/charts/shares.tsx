import { useTranslations } from 'next-intl'
import type { Marks, Series, Share } from '@/lib/view/chart'
import styles from './shares.module.css'
import { writeLabel, writePercent } from './write-label'

type ShareMarks = Extract<Marks, { kind: 'shares' }>

/** The part of the scale that is drawn: recall below a half is so rare that it would flatten all the rest. */
const from = 0.5

const place = (share: number): number => (100 * Math.max(0, share - from)) / (1 - from)

/** Shares as points with the interval of the true share, over the line that is aimed for. */
export function Shares({ marks, locale }: { marks: ShareMarks; locale: string }) {
  const t = useTranslations('charts')
  return (
    <div className={styles.shares}>
      <p className={styles.aim}>
        <span style={{ insetInlineStart: `${place(marks.aim)}%` }}>
          {t('aim', { aim: writePercent(marks.aim, locale) })}
        </span>
      </p>
      {marks.groups.map((group, index) => {
        const drawn = group.parts.flatMap((share, at) => {
          const series = marks.series[at]
          return series && share.of > 0 ? [{ share, series }] : []
        })
        if (drawn.length === 0) return null
        return (
          <div key={index} className={styles.group}>
            <p className={styles.label}>{writeLabel(group.label, locale, t, 'short')}</p>
            {drawn.map(({ share, series }) => (
              <Line key={series.name.key} share={share} series={series} aim={marks.aim} locale={locale} />
            ))}
          </div>
        )
      })}
    </div>
  )
}

function Line({ share, series, aim, locale }: { share: Share; series: Series; aim: number; locale: string }) {
  const t = useTranslations('charts')
  return (
    <div className={styles.line} data-hue={series.hue}>
      <span className={styles.name}>{t(series.name.key, series.name.values)}</span>
      <span className={styles.scale}>
        <span className={styles.wanted} style={{ insetInlineStart: `${place(aim)}%` }} />
        <span
          className={styles.interval}
          style={{ insetInlineStart: `${place(share.low)}%`, insetInlineEnd: `${100 - place(share.high)}%` }}
        />
        <span className={styles.point} style={{ insetInlineStart: `${place(share.right / share.of)}%` }} />
      </span>
      <span className={styles.number}>
        {writePercent(share.right / share.of, locale)} <small>{t('of', { of: share.of })}</small>
      </span>
    </div>
  )
}
