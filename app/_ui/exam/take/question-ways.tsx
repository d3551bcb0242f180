'use client'

import { useTranslations } from 'next-intl'
import type { Sitting, SittingSnapshot } from '@/lib/client/exam/sitting-state'
import type { SheetSlot } from '@/lib/exam/protocol/attempt'
import styles from './take.module.css'

/** The ways on at the thumb: back, the list of questions, the flag, and on. A break has none: nothing is to be answered in it. */
export function QuestionWays({
  sitting,
  state,
  current,
  place,
  onGo,
  onList,
}: {
  readonly sitting: Sitting
  readonly state: SittingSnapshot
  readonly current: SheetSlot | undefined
  /** Its place among the questions that are open. */
  readonly place: number
  readonly onGo: (to: number) => void
  readonly onList: () => void
}) {
  const t = useTranslations('exam.take')
  return (
    <nav className={styles.ways} aria-label={t('list')}>
      <button type="button" aria-label={t('previous')} disabled={place <= 0} onClick={() => onGo(place - 1)}>
        ‹
      </button>
      <button
        type="button"
        className={styles.wide}
        aria-label={t('listOpen', { answered: state.answers.size, of: state.slots.length })}
        onClick={onList}
      >
        {current === undefined ? '' : `${state.slots.indexOf(current) + 1} / ${state.slots.length}`}
      </button>
      <button
        type="button"
        aria-label={t('flag')}
        aria-pressed={current !== undefined && state.flagged.has(current.slot)}
        onClick={() => current !== undefined && sitting.flag(current.slot)}
      >
        ⚑
      </button>
      <button type="button" aria-label={t('next')} onClick={() => onGo(place + 1)}>
        ›
      </button>
    </nav>
  )
}
