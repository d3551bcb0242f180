'use client'

import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { type Activation, activationNames, bins, saturate } from '@/lib/compute/explore/saturation'
import styles from './explorer.module.css'
import { Slider } from './slider'

const width = 126
const height = 40

function Histogram({ shares }: { readonly shares: readonly number[] }) {
  const most = Math.max(...shares)
  const bar = width / bins
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.histogram}>
      {shares.map((share, i) => (
        <rect
          key={i}
          x={i * bar}
          width={bar - 1}
          y={height - (share / most) * height}
          height={(share / most) * height}
          className={styles.bar}
        />
      ))}
    </svg>
  )
}

/** Six layers deep: what the scale of the weights does to activations on the way up and to gradients on the way back. */
export function Saturation() {
  const t = useTranslations('explorers.saturation')
  const [activation, setActivation] = useState<Activation>('tanh')
  const [std, setStd] = useState(0.22)
  const layers = useMemo(() => saturate(activation, std), [activation, std])
  const group = useId()
  return (
    <>
      <div className={styles.controls}>
        <fieldset className={styles.choice}>
          <legend>{t('activation')}</legend>
          {activationNames.map((name) => (
            <label key={name}>
              <input type="radio" name={group} checked={name === activation} onChange={() => setActivation(name)} />
              {t(name)}
            </label>
          ))}
        </fieldset>
        <Slider
          label={t('std')}
          value={std}
          low={0.02}
          high={1}
          step={0.02}
          written={std.toFixed(2)}
          onChange={setStd}
        />
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="heard">{t('table')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('histogram')}</th>
              <th scope="col">{t('mean')}</th>
              <th scope="col">{t('deviation')}</th>
              <th scope="col">{t('gradient')}</th>
            </tr>
          </thead>
          <tbody>
            {layers.map((layer, i) => (
              <tr key={`layer ${i + 1}`}>
                <th scope="row">{t('layer', { layer: i + 1 })}</th>
                <td>
                  <Histogram shares={layer.histogram} />
                </td>
                <td>{layer.mean.toFixed(2).replace(/^-(?=0\.00$)/, '')}</td>
                <td>{layer.std.toFixed(3)}</td>
                <td className={styles.backward}>{layer.gradient.toPrecision(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
