'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ComputeCardProps } from '../review/compute-card'
import { useLater } from '../review/use-later'
import styles from './welcome-card.module.css'

// A returning learner never sees it, so its code is not part of the page.
const loadCard = async () => (await import('../review/compute-card')).ComputeCard

/** The live question of the welcome page. */
export function WelcomeCard({ content }: Pick<ComputeCardProps, 'content'>) {
  const t = useTranslations('welcome')
  const shell = useTranslations('shell.notLoaded')
  const [wanted, setWanted] = useState(false)
  useEffect(() => setWanted(document.documentElement.dataset.learner !== 'returning'), [])
  const ComputeCard = useLater(wanted, loadCard)
  const waiting = <div className={styles.waiting} aria-busy="true" role="status" aria-label={t('loading')} />
  return (
    <div className={styles.card}>
      {ComputeCard === null ? (
        waiting
      ) : ComputeCard === 'missing' ? (
        <p role="alert">{shell('text')}</p>
      ) : (
        <ComputeCard content={content} seed="welcome" />
      )}
    </div>
  )
}
