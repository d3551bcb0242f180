'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SittingSnapshot } from '@/lib/client/exam/sitting-state'
import styles from './take.module.css'

/**
 * Where what was typed is. It is seen at every change; heard is the first answer that arrived and whatever is out of the
 * ordinary until it is mended, for nobody wants to be told so at every digit.
 */
export function SavedWord({ saved }: Pick<SittingSnapshot, 'saved'>) {
  const t = useTranslations('exam.take')
  const [before, setBefore] = useState(saved)
  const [told, setTold] = useState<Exclude<SittingSnapshot['saved'], 'device'> | null>(null)
  if (before !== saved) {
    setBefore(saved)
    if (saved !== 'device') setTold(saved)
  }
  return (
    <>
      <p className={styles.saved} data-state={saved}>
        {t(`saved.${saved}`)}
      </p>
      <p className="heard" role="status">
        {told === null ? '' : t(`heard.${told}`)}
      </p>
    </>
  )
}
