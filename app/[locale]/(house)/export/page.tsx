import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ExportPage } from '@/app/_ui/export/export-page'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('export'))('title') }
}

export default async function CardExportPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('export')
  return (
    <MessagesFor areas={['export', 'search']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <ExportPage language={language} />
    </MessagesFor>
  )
}
