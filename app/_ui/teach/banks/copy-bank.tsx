'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askBanks, type BankRefusal } from '@/lib/client/banks'
import type { Language } from '@/lib/core/language'
import { decodeOwnBank } from '@/lib/sync/bank'
import { Button } from '../../controls/button'
import { Notice } from '../../controls/notice'
import styles from './banks.module.css'

/** Makes a bank of one's own out of a deck that may be read; it names where it comes from. */
export function CopyBank({
  deck,
  language,
  title = null,
}: {
  readonly deck: string
  readonly language: Language
  /** What is copied, where several can be; null where the page says it. */
  readonly title?: string | null
}) {
  const t = useTranslations('teach')
  const router = useRouter()
  const [state, setState] = useState<'asked' | 'busy' | BankRefusal>('asked')
  const copy = async () => {
    setState('busy')
    const answer = await askBanks('/api/banks/fork', decodeOwnBank, { method: 'POST', body: { deck, language } })
    if (answer.ok) router.push(`/teach/${answer.value.id}`)
    else setState(answer.error)
  }
  return (
    <div className={styles.copy}>
      <Button weight="quiet" busy={state === 'busy'} onClick={() => void copy()}>
        {title === null ? t('copy.do') : t('copy.doOf', { title })}
      </Button>
      {title === null ? <p className={styles.about}>{t('copy.hint')}</p> : null}
      {state === 'asked' || state === 'busy' ? null : <Notice tone="bad">{t(`refusals.${state}`)}</Notice>}
    </div>
  )
}
