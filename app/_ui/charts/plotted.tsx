'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { PlottedMarks } from './plot'
import styles from './plotted.module.css'
import { writeLabel, writePercent } from './write-label'

const monthOf = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** Marks that want two scales, drawn as wide as the page gives. The library comes after the page's words. */
export function Plotted({ marks, locale }: { marks: PlottedMarks; locale: string }) {
  const t = useTranslations('charts')
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    let left = false
    const draw = ({ drawPlot }: typeof import('./plot')) => {
      if (left) return
      const names = marks.series.map(({ name }) => t(name.key, name.values))
      const drawn = drawPlot(marks, width, {
        label: (label) => writeLabel(label, locale, t, 'short'),
        percent: (share) => writePercent(share, locale),
        names,
        aim: marks.kind === 'trend' && marks.aim !== null ? t('aim', { aim: writePercent(marks.aim, locale) }) : '',
        across: marks.kind === 'against' ? t('calibration.predicted') : '',
        up: names[0] ?? '',
        day: (date, count) => `${writeLabel({ kind: 'date', date }, locale, t, 'long')}: ${count}`,
        month: (date) => monthOf(date, locale),
      })
      frame.current?.replaceChildren(drawn)
    }
    // Without a network the library may be missing: the chart's table says the same in numbers.
    import('./plot').then(draw, () => {})
    return () => {
      left = true
    }
  }, [marks, width, locale, t])
  return <div ref={frame} className={styles.plot} data-kind={marks.kind} />
}
