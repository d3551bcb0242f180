'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SessionFrame } from '@/lib/client/session-state'
import styles from './review-screen.module.css'

const shownMs = 5000

interface SnackBarProps {
  readonly frame: SessionFrame
  readonly resting: boolean
  readonly onUndo: () => void
}

/** Says what was just done and offers to take it back; goes by itself, while `u` works all day. */
export function SnackBar({ frame, resting, onUndo }: SnackBarProps) {
  const t = useTranslations('review')
  const { undoable, progress } = frame
  const now = undoable === null ? '' : `${undoable.cardId} ${undoable.kind} ${progress.done}`
  const [last, setLast] = useState(now)
  const [shown, setShown] = useState(false)
  if (last !== now) {
    setLast(now)
    setShown(now !== '')
  }
  useEffect(() => {
    if (!shown || now === '') return
    const timer = setTimeout(() => setShown(false), shownMs)
    return () => clearTimeout(timer)
  }, [shown, now])
  return (
    <div className={styles.snackPlace} role="status">
      {shown && !resting && undoable !== null ? (
        <p className={styles.snack}>
          {undoable.grade === null
            ? t(`undo.${undoable.kind}`)
            : t('undo.grade', { grade: t(`grade.${undoable.grade}`) })}
          <button type="button" onClick={onUndo}>
            {t('undo.button')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
