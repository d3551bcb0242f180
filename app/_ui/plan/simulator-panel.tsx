'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { type Point, workloadCharts } from '@/lib/charts/workload/charts'
import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Plan } from '@/lib/schedule/plan'
import { schedulerFor } from '@/lib/schedule/schedulers'
import { play } from '@/lib/schedule/simulate'
import { ChartView } from '../charts/chart-view'
import { useReading } from '../learner/use-reading'
import { Group } from '../settings/group'
import settings from '../settings/settings.module.css'
import styles from './plan.module.css'
import { readLoad } from './read-load'

const days = 180
const retentions = [0.7, 0.75, 0.8, 0.83, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96]

const retentionsWith = (own: number): readonly number[] =>
  retentions.includes(own) ? retentions : [...retentions, own].sort((a, b) => a - b)

/** Desired recall against minutes a day and cards known: the learner's own cards, played half a year ahead. */
export function SimulatorPanel({
  learner,
  plan,
  language,
}: {
  readonly learner: Learner
  readonly plan: Plan
  readonly language: Language
}) {
  const t = useTranslations('plan')
  const read = useCallback((open: Learner) => readLoad(open, language), [language])
  const load = useReading(learner, read)
  const [points, setPoints] = useState<readonly Point[]>([])
  const { preset, parameters } = plan
  const own = Math.round(preset.retention * 100) / 100
  const scene = load.kind === 'read' ? load.value : null
  useEffect(() => {
    if (!scene) return
    let left = false
    const found: Point[] = []
    const wanted = retentionsWith(own)
    const next = () => {
      if (left) return
      const retention = wanted[found.length]
      if (retention === undefined) return setPoints(found)
      const { newCards, reviews } = preset
      const scheduler = schedulerFor(parameters, { ...preset, retention })
      found.push({ retention, ...play({ ...scene, newCards, reviews, days }, scheduler) })
      // One at a time: the page stays alive between two.
      setTimeout(next, 0)
    }
    next()
    return () => {
      left = true
    }
  }, [scene, preset, parameters, own])
  return (
    <Group title={t('simulator')}>
      <p className={styles.note}>{t('simulatorHint', { days })}</p>
      {points.length > 0 ? (
        <div className={styles.charts}>
          {workloadCharts(points, own, days).map((chart) => (
            <ChartView key={chart.id} chart={chart} />
          ))}
        </div>
      ) : (
        <div className={settings.waiting} role="status" aria-busy="true" aria-label={t('simulating')} />
      )}
    </Group>
  )
}
