'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { CardLine } from '@/lib/client/editor/card-line'
import styles from './card-index.module.css'

interface RowProps {
  readonly card: CardLine
  /** The cursor stands in it. */
  readonly here: boolean
  readonly onOpen: (card: CardLine) => void
}

/** A check brings every line anew; most say what they said. */
const isSame = (a: RowProps, b: RowProps): boolean =>
  a.here === b.here &&
  a.onOpen === b.onOpen &&
  a.card.path === b.card.path &&
  a.card.line === b.card.line &&
  a.card.id === b.card.id &&
  a.card.title === b.card.title &&
  a.card.errors === b.card.errors &&
  a.card.warnings === b.card.warnings

/** One card in the list: its id, its first words and what is wrong with it. */
export const CardRow = memo(function CardRow({ card, here, onOpen }: RowProps) {
  const t = useTranslations('editor.index')
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.card}
        aria-current={here ? 'true' : undefined}
        onClick={() => onOpen(card)}
      >
        <span className={styles.id}>
          {card.errors > 0 ? (
            <span className={styles.bad}>
              ✗<span className="heard"> {t('errors', { count: card.errors })}</span>
            </span>
          ) : card.warnings > 0 ? (
            <span>
              !<span className="heard"> {t('warnings', { count: card.warnings })}</span>
            </span>
          ) : null}{' '}
          {card.id === '' ? t('unnamed') : card.id}
        </span>
        <span className={styles.title}>{card.title}</span>
      </button>
    </li>
  )
}, isSame)
