'use client'

import { useTranslations } from 'next-intl'
import type { SetupFault } from '@/lib/exam/setup-faults'
import { Notice } from '../../controls/notice'
import styles from './staff.module.css'

export interface Fault {
  readonly key: SetupFault['key'] | 'gone' | 'unmarkable'
  readonly at: string
  readonly severity: 'error' | 'warning'
}

/** What stands against publishing, or should be known. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useTranslations('examining.fault')
  const bad = faults.some(({ severity }) => severity === 'error')
  return (
    <Notice tone={bad ? 'bad' : 'plain'}>
      <ul className={styles.list}>
        {faults.map(({ key, at }) => (
          <li key={`${key} ${at}`}>{t(key, { at })}</li>
        ))}
      </ul>
    </Notice>
  )
}
