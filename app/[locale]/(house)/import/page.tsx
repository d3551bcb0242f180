import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { MessagesFor } from '@/app/_i18n/messages-for'
import { ImportPage } from '@/app/_ui/import/import-page'
import { PageHead } from '@/app/_ui/shell/page-head'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('import'))('title') }
}

export default async function FileImportPage({ params }: LocaleParams) {
  const language = await readLocale(params)
  const t = await getTranslations('import')
  return (
    <MessagesFor areas={['import', 'teach']}>
      <PageHead title={t('title')} lead={t('lead')} />
      <ImportPage language={language} />
    </MessagesFor>
  )
}
