'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { curvatures, optimisers, raceOf, steps } from '@/lib/compute/explore/optimisers'
import { Button } from '../controls/button'
import styles from './explorer.module.css'
import { Slider } from './slider'

const width = 640
const height = 300
const across = (x: number) => ((x + 5) / 7) * width
const up = (y: number) => height / 2 - (y / 2.2) * (height / 2)
const levels = [0.05, 0.3, 1, 2.2, 4]

/** Six update rules from one start down one long bowl, step by step. */
export function Optimisers() {
  const t = useTranslations('explorers.optimisers')
  const [lr, setLr] = useState(0.1)
  const [step, setStep] = useState(12)
  const [playing, setPlaying] = useState(false)
  const runs = useMemo(() => optimisers.map((name) => ({ name, ...raceOf(name, lr) })), [lr])
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => setStep((now) => (now >= steps ? now : now + 1)), 120)
    return () => clearInterval(timer)
  }, [playing])
  const done = step >= steps
  const play = () => {
    if (done) setStep(0)
    setPlaying(done || !playing)
  }
  return (
    <>
      <div className={styles.controls}>
        <Slider label={t('lr')} value={lr} low={0.02} high={1} step={0.02} written={lr.toFixed(2)} onChange={setLr} />
        <Slider label={t('step')} value={step} low={0} high={steps} step={1} onChange={setStep} />
        <Button onClick={play}>{playing && !done ? t('pause') : t('play')}</Button>
      </div>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('plane')} className={styles.plot}>
        {levels.map((level) => (
          <ellipse
            key={level}
            cx={across(0)}
            cy={up(0)}
            rx={across(Math.sqrt((2 * level) / curvatures[0])) - across(0)}
            ry={up(0) - up(Math.sqrt((2 * level) / curvatures[1]))}
            className={styles.contour}
          />
        ))}
        {runs.map(({ name, path }) => {
          const gone = path.slice(0, step + 1)
          const [x, y] = gone.at(-1) ?? [0, 0]
          return (
            <g key={name} data-rule={name} className={styles.rule}>
              <polyline points={gone.map(([px, py]) => `${across(px)},${up(py)}`).join(' ')} />
              <circle cx={across(x)} cy={up(y)} r="4" />
            </g>
          )
        })}
      </svg>
      <table className={styles.table}>
        <caption className="heard">{t('table', { step })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('optimiser')}</th>
            <th scope="col">{t('loss')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ name, losses }) => (
            <tr key={name}>
              <th scope="row">
                <svg
                  viewBox="0 0 28 8"
                  aria-hidden="true"
                  data-rule={name}
                  className={`${styles.swatch} ${styles.rule}`}
                >
                  <polyline points="0,4 28,4" />
                </svg>
                {t(name)}
              </th>
              <td>{(losses[step] ?? 0).toFixed(4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
