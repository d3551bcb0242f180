'use client'

import { useTranslations } from 'next-intl'
import type { BankRefusal } from '@/lib/client/banks'
import { Button } from '../../controls/button'
import { ButtonLink } from '../../controls/button-link'
import { Notice } from '../../controls/notice'
import styles from './banks.module.css'

/** Why there are no banks to show, and the way on. */
export function BankRefused({ why, onRetry }: { readonly why: BankRefusal; readonly onRetry: () => void }) {
  const t = useTranslations('teach')
  if (why === 'guest' || why === 'signed-out')
    return (
      <section className={styles.empty}>
        <h2>{t(why === 'guest' ? 'guestTitle' : 'signedOutTitle')}</h2>
        <p>{t('guest')}</p>
        <p className={styles.buttons}>
          <ButtonLink href="/sign-up" weight="primary">
            {t('signUp')}
          </ButtonLink>
          <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
          <ButtonLink href="/teach/import" weight="quiet">
            {t('import')}
          </ButtonLink>
        </p>
      </section>
    )
  return (
    <Notice tone="bad">
      {t(`refusals.${why}`)} <Button onClick={onRetry}>{t('retry')}</Button>
    </Notice>
  )
}
