import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { ButtonLink } from '@/app/_ui/controls/button-link'
import { MessagePage } from '@/app/_ui/shell/message-page'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('errors'))('offlineTitle'), robots: { index: false } }
}

/** Shown by the service worker in place of a page that this device has not read before and cannot fetch now. */
export default async function OfflinePage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('errors')
  return (
    <MessagePage title={t('offlineTitle')} text={t('offlineText')}>
      <ButtonLink href="/" weight="primary">
        {t('home')}
      </ButtonLink>
    </MessagePage>
  )
}
