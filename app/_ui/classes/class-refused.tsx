'use client'

import { useTranslations } from 'next-intl'
import type { ClassRefusal } from '@/lib/client/classes'
import { Button } from '../controls/button'
import { ButtonLink } from '../controls/button-link'
import { Notice } from '../controls/notice'
import styles from './classes.module.css'

/** Why there is nothing to show, and the way on. */
export function ClassRefused({ why, onRetry }: { readonly why: ClassRefusal; readonly onRetry: () => void }) {
  const t = useTranslations('classes')
  if (why === 'signed-out')
    return (
      <section className={styles.section}>
        <h2>{t('signInTitle')}</h2>
        <p className={styles.buttons}>
          <ButtonLink href="/sign-in" weight="primary">
            {t('signIn')}
          </ButtonLink>
          <ButtonLink href="/sign-up">{t('signUp')}</ButtonLink>
        </p>
      </section>
    )
  return (
    <Notice tone="bad">
      {t(`refusals.${why}`)} {why === 'not-found' ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
    </Notice>
  )
}

/** What a deed was refused for; nothing where it was not. */
export function DeedRefused({ why }: { readonly why: ClassRefusal | null }) {
  const t = useTranslations('classes')
  return why === null ? null : <Notice tone="bad">{t(`refusals.${why}`)}</Notice>
}
