'use client'

import { useTranslations } from 'next-intl'
import type { CellVerdict, Verdict } from '@/lib/view/verdict'
import styles from './mark.module.css'

const signs: { readonly [S in CellVerdict['state']]: string } = {
  right: '✓',
  carried: '✓',
  wrong: '✗',
  unreadable: '?',
  empty: '…',
}

/** The verdict on one part (an option, an item, a cell), if there is one. */
export const cellVerdict = (verdict: Verdict | null, part: string, index = 0): CellVerdict | null =>
  verdict?.cells?.find((cell) => cell.part === part && cell.index === index) ?? null

/** Mark, colour and word: never by colour alone. */
export function Mark({ state, worded = false }: { state: CellVerdict['state']; worded?: boolean }) {
  const t = useTranslations('compute.mark')
  return (
    <span className={`${styles.mark} ${styles[state] ?? ''}`}>
      <span aria-hidden="true">{signs[state]}</span>
      <span className={worded ? styles.word : 'heard'}>{t(state)}</span>
    </span>
  )
}
