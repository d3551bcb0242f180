import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Settings } from '@/app/_ui/settings/settings'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('settings')
  return (
    <MessagesFor areas={['settings', 'account']}>
      <PageHead title={t('title')} />
      <Settings language={language} />
    </MessagesFor>
  )
}
