'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { askBanks, bankPath } from '@/lib/client/banks'
import { decodeGateProgress } from '@/lib/sync/bank-version'
import styles from './changes.module.css'

const every = 1000

/** How far the check in front of a publication is. */
export function GateProgress({ bank }: { readonly bank: string }) {
  const t = useTranslations('publish')
  const [progress, setProgress] = useState<{ name: string; done: number; of: number } | null>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      const path = `${bankPath(bank)}/publish`
      void askBanks(path, decodeGateProgress).then((answer) => {
        if (answer.ok && answer.value.progress !== null) setProgress(answer.value.progress)
      })
    }, every)
    return () => clearInterval(timer)
  }, [bank])
  if (progress === null) return null
  return (
    <p role="status" className={styles.about}>
      {progress.name === ''
        ? t('progress.waiting')
        : progress.of === 0
          ? t('progress.reading', { card: progress.name })
          : t('progress.computing', { card: progress.name, done: progress.done, of: progress.of })}
    </p>
  )
}
