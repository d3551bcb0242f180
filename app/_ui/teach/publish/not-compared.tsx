'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/app/_ui/controls/button'
import { Notice } from '@/app/_ui/controls/notice'
import { PageRefused } from '@/app/_ui/shell/page-refused'
import type { BankRefusal } from '@/lib/client/banks'
import { BankRefused } from '../banks/bank-refused'

/** Why there are no changes to show, and the way on. */
export function NotCompared({
  title,
  why,
  onRetry,
}: {
  readonly title: string
  /** Null where the worker that compares did not come. */
  readonly why: BankRefusal | null
  readonly onRetry: () => void
}) {
  const t = useTranslations('publish')
  return (
    <PageRefused title={title}>
      {why === null ? (
        <Notice tone="bad">
          {t('failed')} <Button onClick={onRetry}>{t('retry')}</Button>
        </Notice>
      ) : (
        <BankRefused why={why} onRetry={onRetry} />
      )}
    </PageRefused>
  )
}
