'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import styles from './review-menu.module.css'

export interface MenuActions {
  /** Null when there is nothing of today to take back. */
  readonly onUndo: (() => void) | null
  readonly flagged: boolean
  readonly onFlag: () => void
  readonly onBury: () => void
  readonly onSuspend: () => void
  readonly onSkip: () => void
  readonly onLanguage: () => void
  readonly onWhy: () => void
  readonly onCorrect: () => void
  readonly onKeys: () => void
}

/** What can be done to the card besides grading it. */
export function ReviewMenu({ actions }: { actions: MenuActions }) {
  const t = useTranslations('review.menu')
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const item = (label: string, act: () => void, note?: string) => (
    <button
      type="button"
      className={styles.item}
      onClick={() => {
        panel.current?.hidePopover()
        act()
      }}
    >
      {label}
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </button>
  )
  return (
    <>
      <button type="button" className={styles.open} popoverTarget={id} aria-label={t('open')}>
        ⋯
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.panel}>
        {actions.onUndo === null ? null : item(t('undo'), actions.onUndo)}
        {item(t('why'), actions.onWhy)}
        {item(actions.flagged ? t('unflag') : t('flag'), actions.onFlag)}
        {item(t('skip'), actions.onSkip, t('skipNote'))}
        {item(t('bury'), actions.onBury, t('buryNote'))}
        {item(t('suspend'), actions.onSuspend, t('suspendNote'))}
        {item(t('correct'), actions.onCorrect)}
        {item(t('language'), actions.onLanguage)}
        {item(t('keys'), actions.onKeys)}
      </div>
    </>
  )
}
