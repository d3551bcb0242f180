'use client'

import { useTranslations } from 'next-intl'
import styles from './trace.module.css'
import type { Player } from './use-player'

/** Play, one step either way, and a slider over the whole run. */
export function TracePlayer({ player, count, told }: { player: Player; count: number; told: string }) {
  const t = useTranslations('compute.trace')
  const { position, playing, seek, toggle } = player
  return (
    <div className={styles.player}>
      <button
        type="button"
        className={styles.control}
        aria-label={t('back')}
        disabled={position === 0}
        onClick={() => seek(position - 1)}
      >
        ←
      </button>
      <button type="button" className={styles.control} aria-label={playing ? t('pause') : t('play')} onClick={toggle}>
        {playing ? '❚❚' : '▶'}
      </button>
      <button
        type="button"
        className={styles.control}
        aria-label={t('forward')}
        disabled={position === count}
        onClick={() => seek(position + 1)}
      >
        →
      </button>
      <input
        type="range"
        className={styles.scrub}
        min={0}
        max={count}
        value={position}
        aria-label={t('scrub')}
        aria-valuetext={told}
        onChange={(event) => seek(Number(event.target.value))}
      />
      <p className={styles.told} aria-live={playing ? 'off' : 'polite'}>
        {told}
      </p>
    </div>
  )
}
