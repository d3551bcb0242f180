'use client'

import { useTranslations } from 'next-intl'
import styles from './sync-word.module.css'
import { useOnline } from './use-online'

/** A small word, not an alarm: where the reviews are. */
export function SyncWord() {
  const t = useTranslations('shell.sync')
  const state = useOnline() ? 'local' : 'offline'
  return (
    <p className={styles.word} role="status" data-state={state} title={t(`title.${state}`)}>
      {t(state)}
    </p>
  )
}
