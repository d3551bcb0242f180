'use client'

import { useTranslations } from 'next-intl'
import type { LearnerProblem } from '../learner/use-learner'
import { ReviewBar } from './review-bar'
import styles from './review-screen.module.css'

/** The layout of a card before there is one: nothing jumps when it comes. */
export function Preparing() {
  const t = useTranslations('review')
  return (
    <div className={styles.screen}>
      <ReviewBar frame={null} />
      <main className={styles.scroll} aria-busy="true">
        <div className={styles.card}>
          <h1 className="heard">{t('title')}</h1>
          <p className="heard" role="status">
            {t('loading')}
          </p>
          <div className={styles.ghost} aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        </div>
      </main>
      <footer className={styles.dock}>
        <div className={styles.ghostDock} />
      </footer>
    </div>
  )
}

/** Why there is no learner to review with, as the page says it. */
export const withoutLearner = (problem: LearnerProblem) => (problem === 'not-loaded' ? problem : 'storage')

/** There is nothing to review yet: what is missing, what is safe, and the one thing to do. */
export function NoDeck({ reason }: { reason: 'offline' | 'server' | 'storage' | 'not-loaded' }) {
  const t = useTranslations('review.none')
  return (
    <div className={styles.screen}>
      <ReviewBar frame={null} />
      <main className={styles.scroll}>
        <div className={styles.card}>
          <h1 className={styles.title}>{t(`${reason}.title`)}</h1>
          <p className={styles.text}>{t(`${reason}.text`)}</p>
          <button type="button" className={styles.action} onClick={() => window.location.reload()}>
            {t('again')}
          </button>
        </div>
      </main>
    </div>
  )
}
