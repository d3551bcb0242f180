'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './sheet.module.css'

/** A modal sheet: the browser keeps the focus in it, closes it on Escape and gives the focus back. */
export function Sheet({
  title,
  closing,
  onClose,
  children,
}: {
  title: string
  /** What closing it means here, where that is more than closing. */
  closing?: string
  onClose: () => void
  children: ReactNode
}) {
  const t = useTranslations('review')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.inside}>
        <h2 className={styles.title}>{title}</h2>
        {children}
        <form method="dialog">
          <button type="submit" className={styles.close}>
            {closing ?? t('closeSheet')}
          </button>
        </form>
      </div>
    </dialog>
  )
}
