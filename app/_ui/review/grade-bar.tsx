'use client'

import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import type { GradeChoice } from '@/lib/client/session-state'
import type { Grade } from '@/lib/core/grade'
import styles from './dock.module.css'

interface GradeBarProps {
  readonly choices: readonly GradeChoice[]
  readonly suggested: Grade | null
  readonly onGrade: (grade: Grade, event: MouseEvent) => void
}

/** Four equal buttons, or two, at the thumb; each says exactly when the card comes back. */
export function GradeBar({ choices, suggested, onGrade }: GradeBarProps) {
  const t = useTranslations('review')
  return (
    <fieldset className={styles.grades} data-count={choices.length} aria-label={t('grade.label')}>
      {choices.map(({ grade, label }, index) => (
        <button
          key={grade}
          type="button"
          className={styles.grade}
          data-suggested={grade === suggested}
          aria-keyshortcuts={String(index + 1)}
          onClick={(event) => onGrade(grade, event)}
        >
          <span className={styles.word}>
            {t(`grade.${grade}`)}
            {grade === suggested ? <span className="heard"> ({t('grade.suggested')})</span> : null}
          </span>
          <span className={styles.interval}>
            {label === null
              ? t(grade === 'again' ? 'practice.again' : 'practice.known')
              : t(`interval.${label.unit}`, { value: label.value })}
          </span>
          <span className={styles.key} aria-hidden="true">
            {index + 1}
          </span>
        </button>
      ))}
    </fieldset>
  )
}
