'use client'

import { useTranslations } from 'next-intl'
import type { PaperSitting } from '@/lib/client/prepare/paper-sitting'
import { Button } from '../../controls/button'
import { Sheet } from '../../review/sheet'
import styles from './paper.module.css'

/** Every question with its state, and handing in. */
export function PaperList({
  paper,
  done,
  onTurn,
  onHandIn,
  onClose,
}: {
  readonly paper: PaperSitting
  readonly done: readonly boolean[]
  readonly onTurn: (slot: number) => void
  readonly onHandIn: () => void
  readonly onClose: () => void
}) {
  const t = useTranslations('prepare.paper')
  const open = done.filter((one) => !one).length
  return (
    <Sheet title={t('list')} onClose={onClose}>
      <ol className={styles.list}>
        {paper.slots.map(({ card, flagged }, slot) => (
          <li key={card}>
            <button
              type="button"
              className={styles.dot}
              data-done={done[slot] === true}
              aria-current={slot === paper.at ? 'true' : undefined}
              onClick={() => onTurn(slot)}
            >
              <span aria-hidden="true">
                {slot + 1}
                {flagged ? ' ⚑' : ''}
              </span>
              <span className="heard">
                {t('question', { number: slot + 1 })}, {t(done[slot] === true ? 'isAnswered' : 'isOpen')}
                {flagged ? `, ${t('isFlagged')}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p>{open === 0 ? t('allAnswered') : t('stillOpen', { open })}</p>
      <Button weight="primary" large onClick={onHandIn}>
        {t('handIn')}
      </Button>
    </Sheet>
  )
}
