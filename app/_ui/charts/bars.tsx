import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { Marks } from '@/lib/view/chart'
import styles from './bars.module.css'
import { writeLabel } from './write-label'

type BarMarks = Extract<Marks, { kind: 'bars' }>

/** A bar a day, its parts stacked from the line up; the tallest and today's carry their number. */
export function Bars({ marks, locale }: { marks: BarMarks; locale: string }) {
  const t = useTranslations('charts')
  const sums = marks.bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
  const highest = Math.max(...sums)
  const tallest = sums.indexOf(highest)
  const emphasised = marks.bars.findIndex(({ emphasis }) => emphasis)
  const few = marks.bars.length <= 12
  // Two numbers side by side would run into each other.
  const numbered = (index: number) =>
    (sums[index] ?? 0) > 0 && (few || index === tallest || (index === emphasised && Math.abs(index - tallest) > 2))
  return (
    <div className={styles.bars}>
      {marks.series.length > 1 && (
        <p className={styles.names}>
          {marks.series.map((series) => (
            <span key={series.name.key} data-hue={series.hue} className={styles.name}>
              {t(series.name.key, series.name.values)}
            </span>
          ))}
        </p>
      )}
      <div className={styles.plot}>
        {marks.bars.map((bar, index) => (
          <div
            key={index}
            className={styles.day}
            data-emphasis={bar.emphasis}
            title={`${writeLabel(bar.label, locale, t, 'long')}: ${bar.parts.join(' + ')}`}
          >
            {numbered(index) && <span className={styles.number}>{sums[index]}</span>}
            {bar.parts.map((part, place) =>
              part === 0 ? null : (
                <span
                  key={marks.series[place]?.name.key}
                  className={styles.part}
                  data-hue={marks.series[place]?.hue}
                  style={{ blockSize: `${(100 * part) / highest}%`, order: -place }}
                />
              ),
            )}
          </div>
        ))}
      </div>
      <div className={styles.axis}>
        {axisOf(marks.bars).map(({ label, style }, index) => (
          <span key={index} className={styles.tick} style={style}>
            {writeLabel(label, locale, t, 'short')}
          </span>
        ))}
      </div>
    </div>
  )
}

/** All of a few; else the first, the last and the days a third between: enough to read a date off any bar. */
const axisOf = (bars: BarMarks['bars']) =>
  bars.length <= 5
    ? bars.map(({ label }, index) => ({ label, style: tickStyle(0.5, (100 * (index + 0.5)) / bars.length) }))
    : [0, 1 / 3, 2 / 3, 1].flatMap((part) => {
        const index = Math.round(part * (bars.length - 1))
        const bar = bars[index]
        return bar ? [{ label: bar.label, style: tickStyle(part, (100 * (index + 0.5)) / bars.length) }] : []
      })

/** The outer labels keep within the plot; the others stand under the middle of their bar. */
const tickStyle = (part: number, middle: number): CSSProperties => {
  if (part === 0) return { insetInlineStart: 0 }
  return part === 1 ? { insetInlineEnd: 0 } : { insetInlineStart: `${middle}%`, translate: '-50%' }
}
