'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { floatName } from '@/lib/client/engine-trial/report'
import styles from './engine.module.css'
import type { Probing } from './use-engine-trial'

/** What the engine runs on here. The rows stand before their values come, so nothing jumps. */
export function DeviceFacts({ probing, graphics }: { probing: Probing; graphics: string | null }) {
  const t = useTranslations('engine')
  const format = useFormatter()
  const time = (ms: number) => t('ms', { value: format.number(ms, { maximumSignificantDigits: ms < 10 ? 2 : 3 }) })
  if (probing.kind === 'probed' && !probing.result.ok) {
    return (
      <section className={styles.section}>
        <h2 className={styles.title}>{t('device')}</h2>
        <p className={styles.bad} role="status">
          <span aria-hidden="true">✗ </span>
          {t(`refused.${probing.result.error.reason}`)}
        </p>
        <p className={styles.hint}>{t('keyStands')}</p>
      </section>
    )
  }
  const probe = probing.kind === 'probed' && probing.result.ok ? probing.result.value : null
  const facts: readonly (readonly [string, string | null])[] = [
    [t('backend'), probe && t(probe.onGpu ? 'onGpu' : 'onCpu')],
    [t('precision'), probe && t('bits', { name: floatName(probe.bits), bits: probe.bits })],
    [t('graphics'), probe && (graphics ?? t('graphicsUnknown'))],
    [t('firstMs'), probe && time(probe.firstMs)],
    [t('againMs'), probe && time(probe.againMs)],
  ]
  return (
    <section className={styles.section} aria-busy={probe === null}>
      <h2 className={styles.title}>{t('device')}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value ?? <span className={styles.waiting}>{t('measuring')}</span>}</dd>
          </div>
        ))}
      </dl>
      {probe?.note == null ? null : <p className={styles.hint}>{t(`note.${probe.note}`)}</p>}
    </section>
  )
}
