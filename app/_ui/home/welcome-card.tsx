'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ComputeCardProps } from '../review/compute-card'
import styles from './welcome-card.module.css'

// A returning learner never sees it, so its code is not part of the page.
const ComputeCard = lazy(async () => ({ default: (await import('../review/compute-card')).ComputeCard }))

/** The live question of the welcome page. */
export function WelcomeCard({ content }: Pick<ComputeCardProps, 'content'>) {
  const t = useTranslations('welcome')
  const [wanted, setWanted] = useState(false)
  useEffect(() => setWanted(document.documentElement.dataset.learner !== 'returning'), [])
  const waiting = <div className={styles.waiting} aria-busy="true" role="status" aria-label={t('loading')} />
  return (
    <div className={styles.card}>
      {wanted ? (
        <Suspense fallback={waiting}>
          <ComputeCard content={content} seed="welcome" />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  )
}
