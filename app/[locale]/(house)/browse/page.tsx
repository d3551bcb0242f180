import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { Browse } from '@/app/_ui/browse/browse'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('browse'))('title') }
}

export default async function BrowsePage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('browse')
  return (
    <MessagesFor areas={['browse', 'search', 'review', 'compute']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <Browse language={language} />
    </MessagesFor>
  )
}
