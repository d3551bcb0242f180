'use client'

import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '../_ui/controls/button'
import { MessagePage } from '../_ui/shell/message-page'
import styles from './error.module.css'

/** Shown in place of a page that threw. Reviews are saved one by one, so nothing is lost with it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('shell.broken')
  return (
    <main className={styles.page}>
      <MessagePage
        title={t('title')}
        text={t('text')}
        {...(error.digest ? { small: t('code', { digest: error.digest }) } : {})}
      >
        <Button weight="primary" onClick={reset}>
          {t('retry')}
        </Button>
        {/* A plain link: the router may be what broke, and its links would be part of every page. */}
        <a href="/" className={buttonClass('secondary', false)}>
          {t('home')}
        </a>
      </MessagePage>
    </main>
  )
}
