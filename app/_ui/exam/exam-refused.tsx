'use client'

import { useTranslations } from 'next-intl'
import type { ExamRefusal } from '@/lib/client/exam/ask-exams'
import { Button } from '../controls/button'
import { ButtonLink } from '../controls/button-link'
import { Notice } from '../controls/notice'
import styles from './exam.module.css'

/** Why something of an exam could not be had, and what to do about it. */
export function ExamRefused({ why, onRetry }: { readonly why: ExamRefusal; readonly onRetry: (() => void) | null }) {
  const t = useTranslations('exam')
  return (
    <Notice tone="bad">
      <p>{t(`refusals.${why}`)}</p>
      <p className={styles.buttons}>
        {why === 'signed-out' ? (
          <ButtonLink href="/sign-in" weight="primary">
            {t('signIn')}
          </ButtonLink>
        ) : null}
        {onRetry === null ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
      </p>
    </Notice>
  )
}
