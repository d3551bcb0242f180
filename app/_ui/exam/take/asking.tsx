'use client'

import { useTranslations } from 'next-intl'
import type { SittingSnapshot } from '@/lib/client/exam/sitting-state'
import { Button } from '../../controls/button'
import { Sheet } from '../../review/sheet'
import styles from './take.module.css'

interface AskingProps {
  readonly state: SittingSnapshot
  readonly what: 'hand-in' | 'lock'
  readonly onYes: () => void
  readonly onLock: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function Asking({ state, what, onYes, onLock, onClose }: AskingProps) {
  const t = useTranslations('exam.take')
  const values = { answered: state.answers.size, of: state.slots.length, flagged: state.flagged.size }
  return (
    <Sheet title={t(what === 'lock' ? 'lock' : 'handIn')} closing={t('stay')} onClose={onClose}>
      <p>{what === 'lock' ? t('lockAsk') : t('handInAsk', values)}</p>
      <div className={styles.answers}>
        <Button weight="primary" large onClick={onYes}>
          {t(what === 'lock' ? 'lockYes' : 'handInYes')}
        </Button>
        {what === 'hand-in' && state.nextPlace !== null ? <Button onClick={onLock}>{t('lock')}</Button> : null}
      </div>
    </Sheet>
  )
}
