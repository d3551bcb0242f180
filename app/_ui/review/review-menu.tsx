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
  readonly onReset: () => void
  /** Nothing is kept, so nothing that would be is offered. */
  readonly practice: boolean
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
  const kept = (label: string, act: () => void, note?: string) => (actions.practice ? null : item(label, act, note))
  return (
    <>
      <button type="button" className={styles.open} popoverTarget={id} aria-label={t('open')}>
        ⋯
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.panel}>
        {actions.onUndo === null ? null : item(t('undo'), actions.onUndo)}
        {kept(t('why'), actions.onWhy)}
        {kept(actions.flagged ? t('unflag') : t('flag'), actions.onFlag)}
        {item(t('skip'), actions.onSkip, t('skipNote'))}
        {kept(t('bury'), actions.onBury, t('buryNote'))}
        {kept(t('suspend'), actions.onSuspend, t('suspendNote'))}
        {kept(t('reset'), actions.onReset, t('resetNote'))}
        {item(t('correct'), actions.onCorrect)}
        {item(t('language'), actions.onLanguage)}
        {item(t('keys'), actions.onKeys)}
      </div>
    </>
  )
}
