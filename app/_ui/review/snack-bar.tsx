'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
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
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!shown) return
    // Whoever goes on with the next card needs the room.
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && place.current?.contains(target))) setShown(false)
    }
    for (const event of ['pointerdown', 'input']) document.addEventListener(event, leave)
    return () => {
      for (const event of ['pointerdown', 'input']) document.removeEventListener(event, leave)
    }
  }, [shown])
  return (
    <div ref={place} className={styles.snackPlace} role="status">
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
