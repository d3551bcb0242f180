'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_ui/controls/notice'
import type { OwnBank } from '@/lib/sync/bank'
import { type BankDesk, isOfDraft } from '@/lib/sync/bank-desk'
import styles from './changes.module.css'
import { StepWords } from './step-words'

const tones = { asked: 'plain', approved: 'good', returned: 'bad', changed: 'plain', withdrawn: 'plain' } as const

/** Where the review of a draft stands: who was asked, what they said, or that nobody has looked. */
export function ReviewState({ bank, desk }: { readonly bank: OwnBank; readonly desk: BankDesk }) {
  const t = useTranslations('publish.review')
  const last = desk.steps.find(isOfDraft)
  const told = last === undefined || last.kind === 'published' || !(last.kind in tones) ? null : last
  return (
    <>
      {told === null ? null : (
        <Notice tone={tones[told.kind as keyof typeof tones]}>
          <StepWords step={told} />
        </Notice>
      )}
      {bank.review === 'none' && desk.deeds.includes('publish') ? (
        <p className={styles.about}>
          {t('nobody')}{' '}
          {desk.company ? null : (
            <Link href={`/teach/${bank.id}`} prefetch={false}>
              {t('letIn')}
            </Link>
          )}
        </p>
      ) : null}
      {bank.review === 'asked' && desk.deeds.includes('approve') ? <p>{t('yours')}</p> : null}
      {bank.review === 'none' && !desk.deeds.includes('ask') ? <p className={styles.about}>{t('reading')}</p> : null}
    </>
  )
}
