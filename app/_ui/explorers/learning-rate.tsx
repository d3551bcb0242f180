'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { descend } from '@/lib/compute/explore/learning-rate'
import styles from './explorer.module.css'
import { Slider } from './slider'

const reach = 4
const width = 320
const height = 200
const across = (weight: number) => ((Math.max(-reach, Math.min(reach, weight)) + reach) / (2 * reach)) * width
const up = (loss: number) => height - 8 - Math.min(1, loss / (reach ** 2 / 2)) * (height - 16)
const lossAt = (weight: number) => weight ** 2 / 2

const parabola = Array.from({ length: 81 }, (_, i) => {
  const weight = -reach + (i * reach) / 40
  return `${across(weight)},${up(lossAt(weight))}`
}).join(' ')

/** Gradient descent on a parabola: what the learning rate does to the steps. */
export function LearningRate() {
  const t = useTranslations('explorers.learningRate')
  const [lr, setLr] = useState(0.3)
  const [start, setStart] = useState(-3.5)
  const { weights, losses, course } = descend(start, lr)
  const inside = weights.filter((weight) => Math.abs(weight) <= reach)
  const path = weights.slice(0, inside.length + 1)
  const last = weights.at(-1) ?? start
  const most = Math.max(...losses, 1e-9)
  const bar = width / losses.length
  return (
    <>
      <div className={styles.controls}>
        <Slider label={t('lr')} value={lr} low={0.02} high={2.2} step={0.02} written={lr.toFixed(2)} onChange={setLr} />
        <Slider
          label={t('start')}
          value={start}
          low={-4}
          high={4}
          step={0.1}
          written={start.toFixed(1)}
          onChange={setStart}
        />
      </div>
      <div className={styles.pair}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('curve')} className={styles.plot}>
          <polyline points={parabola} className={styles.curve} />
          <polyline points={path.map((w) => `${across(w)},${up(lossAt(w))}`).join(' ')} className={styles.walk} />
          {path.map((weight, i) => (
            <circle
              key={`${i}:${weight}`}
              cx={across(weight)}
              cy={up(lossAt(weight))}
              r={i === 0 ? 5 : 3}
              className={styles.stop}
            />
          ))}
        </svg>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('losses')} className={styles.plot}>
          {losses.map((loss, i) => (
            <rect
              key={`${i}:${loss}`}
              x={i * bar + 1}
              width={bar - 2}
              y={height - (loss / most) * (height - 8)}
              height={(loss / most) * (height - 8)}
              className={styles.bar}
            />
          ))}
        </svg>
      </div>
      <p className={styles.said} aria-live="polite">
        {t(course, { weight: last.toPrecision(2), loss: (losses.at(-1) ?? 0).toPrecision(2) })}
      </p>
    </>
  )
}
